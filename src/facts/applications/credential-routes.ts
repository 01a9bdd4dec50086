import { fileOf, sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import type { FunctionNode } from '../../syntax/ast.js';
import { allOf } from '../../syntax/walk.js';
import { allCalled } from '../effects.js';
import { guardsOf } from '../route-guards.js';
import { moduleOf, nameOf } from '../guard-names.js';
import { addressesOf } from './addresses.js';
import { coverOf } from './coverage.js';

/** What a route of this kind gives an attacker who may try as often as they like. */
export type CredentialKind = 'password' | 'code' | 'account' | 'message' | 'token';

const WORDS: readonly (readonly [CredentialKind, RegExp])[] = [
  [
    'code',
    /^(?:otp|2fa|mfa|totp|pin|two-?factor|verify-?(?:otp|code|phone|sms|email|token|account|2fa|mfa|totp)?|verification|confirm-?(?:email|code|phone)|email-?verif\w*|phone-?verif\w*|challenge)$/,
  ],
  [
    'message',
    /^(?:forgot(?:ten)?-?(?:pass(?:word)?)?|reset-?(?:pass(?:word)?)?|recover\w*-?(?:password|account)?|password-?(?:reset|recovery|forgot)|(?:re)?send-?(?:otp|code|verification\w*|email|sms|confirmation\w*|link|magic-?link)\w*|request-?(?:otp|code|password-?reset|reset|magic-?link)|magic-?link|resend|invite)$/,
  ],
  ['account', /^(?:sign-?up|register|registration|create-?account|join|onboard)$/],
  ['password', /^(?:log-?in|sign-?in|authenticate|password|passwd|local|authorize|unlock|sessions?|anonymous)$/],
  ['token', /^(?:tokens?|refresh(?:-?tokens?)?|access-?tokens?|exchange|oauth-?token)$/],
];
/** Ends a session, reads, or belongs to something else that is called so. */
const NOT_MEANT = /(?:log|sign)-?(?:out|off)|callback|webhook|device|push|fcm|apns|revoke|unsubscribe|saml|scim/;

/** `POST /auth/login` and its like, public ones; null for others. Names of procedures and resolvers count like paths. */
export function credentialKindOf(route: Route): CredentialKind | null {
  if (!/^(?:POST|PUT|PATCH|MUTATION|ALL)$/.test(route.verb)) return null;
  if (isBehindLogin(route) || holdsSession(route)) return null;
  const kind =
    addressesOf(route)
      .map((path) => (path === null ? null : kindOfPath(path)))
      .map((each) => (each === 'code' && !takesCode(route) ? null : each))
      .map((each) => (each === 'token' && !givesToken(route) ? null : each))
      .find((each) => each !== null) ?? null;
  if (kind) return kind;
  if (
    route.verb !== 'ALL' &&
    !/(?:change|update)-?password/i.test(route.path ?? '') &&
    route.handler?.fn &&
    comparesPassword(route.handler.fn)
  )
    return 'password';
  return null;
}

/** The handler asks for the caller's session itself, and turns others away: only who is signed in gets further. */
const holdsSession = ({ handler }: Route): boolean =>
  handler?.fn != null &&
  /(?:getServerSession|getSession|requireSession|requireUser|unstable_getServerSession)\([^)]*\)[\s\S]{0,160}?if\s*\(\s*!\s*\w+/.test(
    sourceText(handler.fn),
  );

const VERIFIED_OTHERWISE =
  /^(?:custom-)?(?:domains?|dns|webhooks?|licen[cs]es?|certificates?|payments?|receipts?|purchases?)$/;

const ACCOUNT = /^(?:passwords?|accounts?|forgot\w*|e?mails?|credentials?|pin|login)$/;

/** `POST /auth/verify` that only answers who the caller is, from a header, has no code that could be guessed. */
function takesCode({ handler, path, call }: Route): boolean {
  const fn = handler?.fn;
  // `{ token: z.uuid() }` from the link of a mail is random and long: nobody guesses it.
  const text = `${call ? sourceText(call) : ''} ${fn ? sourceText(fn) : ''}`;
  if (/\b(?:token|hash|jwt)\b/i.test(text) && !/code|otp|pin\b|digits|sms|phone/i.test(text)) return false;
  if (!fn || !/(?:^|\/)verify$/.test(path ?? '')) return true;
  return /body|code|otp|pin\b|\binput\b|\bargs\b|dto|c\.req|readBody|payload|\.json\(\)/i.test(sourceText(fn));
}

/** `DELETE /tokens/:id` in a handler of all methods, behind a question for the user, gives none. */
function givesToken({ verb, handler }: Route): boolean {
  if (verb !== 'ALL' || !handler?.fn) return true;
  return methodsIn(sourceText(handler.fn)).some((method) => method === 'POST' || method === 'PUT');
}

const methodsIn = (text: string): string[] =>
  [...text.matchAll(/['"](GET|HEAD|POST|PUT|PATCH|DELETE)['"]/g)].map(([, method]) => method!);

function kindOfPath(path: string): CredentialKind | null {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '' && !/^[:{*[]/.test(segment))
    .map((segment) =>
      segment
        .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
        .replaceAll('_', '-')
        .toLowerCase(),
    );
  const last = segments.at(-1) ?? '';
  if (NOT_MEANT.test(segments.slice(-2).join('/'))) return null;
  // A domain is verified by its DNS records.
  if (/^(?:verify|verification|confirm)$/.test(last) && segments.some((each) => VERIFIED_OTHERWISE.test(each)))
    return null;
  const inAuth = segments
    .slice(0, -1)
    .some((segment) => /^(?:auth|authn|authentication|account|session|identity|oauth2?|iam)$/.test(segment));
  const pair = segments.slice(-2).join('-');
  // Statistics are reset and files recovered as well.
  if (/^(?:reset|recover\w*)$/.test(last) && !inAuth && !segments.slice(0, -1).some((each) => ACCOUNT.test(each)))
    return null;
  for (const [kind, words] of WORDS) {
    if (words.test(pair)) return kind;
    const loose =
      kind === 'token' ||
      /^(?:local|authorize|unlock|sessions?|anonymous|join|onboard|invite|resend|exchange|challenge|pin|register|verify|verification|password)$/.test(
        last,
      );
    if (words.test(last) && (!loose || inAuth || /^(?:sessions?|tokens?|register|verify|password)$/.test(last)))
      return kind;
  }
  // `auth.login`, `userLogin`, `loginUser`
  const words = last.split(/[-.]/);
  if (
    /^(?:user|customer|admin|auth|member|email|do|post)?-?(?:login|signin|signup|sign-in|sign-up|log-in)-?(?:user|customer|admin|member|with-\w+|email|local)?$/.test(
      last,
    )
  )
    return 'password';
  return inAuth && words.includes('login') ? 'password' : null;
}

/** Who is asked for a permission or a role is somebody. */
const ASKS_RIGHTS = /^(?:\w+\.)?(?:check|require|has|verify|ensure|with)(?:Any|All)?(?:Permissions?|Roles?)\b/;

/** A change of one's own password behind a login is no public route; the login's own strategy is no such guard. */
function isBehindLogin(route: Route): boolean {
  if (guardsOf(route).some(({ file, node }) => ASKS_RIGHTS.test(file.text.slice(...node.range)))) return true;
  const proof = coverOf(route, 'authentication');
  if (!proof) return false;
  return guardsOf(route).some((guard) => {
    const text = guard.file.text.slice(guard.node.range[0], guard.node.range[1]);
    return (
      !/['"]local|local(?:auth|strategy|guard)|Local|refresh|github|google|facebook|oauth|public|captcha|optional|anonymous/i.test(
        text,
      ) &&
      coverOf(route, 'authentication')?.node === proof.node &&
      isAuthentication(text)
    );
  });
}

const isAuthentication = (text: string): boolean => !/limit|throttl/i.test(text);

const HASHERS = /^(?:bcrypt|bcryptjs|argon2|@node-rs\/(?:bcrypt|argon2)|bcrypt-nodejs)$/;

/** Whether a handler compares a password, itself or in the project's functions that it calls. */
function comparesPassword(fn: FunctionNode, depth = 0, seen = new Set<FunctionNode>()): boolean {
  if (seen.has(fn) || depth > 3 || seen.size > 25) return false;
  seen.add(fn);
  const { text } = fileOf(fn);
  const own = text.slice(fn.range[0], fn.range[1]);
  if (/\b(?:compare|compareSync|verify|verifySync)\s*\(/.test(own))
    for (const call of allOf(fn, ['CallExpression']))
      if (/^(?:compare|verify)(?:Sync)?$/.test(nameOf(call) ?? '') && HASHERS.test(moduleOf(call.callee) ?? ''))
        return true;
  for (const { target } of allCalled(fn, fileOf(fn))) if (comparesPassword(target, depth + 1, seen)) return true;
  return false;
}
