import { questionWords } from './name-words.js';
import { harmlessTokenWords } from './token-words.js';
import { splitWords } from './words.js';

/** What goes before a `token` that doesn't sign anybody in: it ends one step, one basket, one page. */
const OTHER_TOKENS: ReadonlySet<string> = new Set([
  'csrf',
  'xsrf',
  'captcha',
  'recaptcha',
  'hcaptcha',
  'turnstile',
  'invite',
  'invitation',
  'reset',
  'verification',
  'verify',
  'confirm',
  'confirmation',
  'unsubscribe',
  'share',
  'preview',
  'upload',
  'download',
  'cart',
  'basket',
  'checkout',
  'order',
  'payment',
  'card',
  'public',
  'publishable',
  'anon',
  'base',
  'from',
  'to',
  'in',
  'out',
  'custom',
  'list',
  'mapbox',
]);

/** Words before `tokens` that make it a set of credentials; bare `tokens` are as often a design's. */
const AUTH_WORDS: ReadonlySet<string> = new Set([
  'auth',
  'access',
  'refresh',
  'id',
  'jwt',
  'session',
  'user',
  'oauth',
  'oidc',
  'bearer',
  'login',
]);

/** Last words that add nothing: `accessTokenValue`, `token-v2`, `authTokenPair`. */
const TRAILING: ReadonlySet<string> = new Set([
  'value',
  'string',
  'str',
  'raw',
  'pair',
  'set',
  'response',
  'data',
  'object',
  'obj',
  'encoded',
  'new',
  'old',
  'current',
]);

/**
 * Whether a storage key's text keeps an authentication token: `token`, `jwt`, `access_token`, `@app:token`, `auth.token`,
 * `sb-…-auth-token`, `oidc.user:…`. Not for marks and figures about one (`hasToken`, `token_count`), CSRF, PKCE and OAuth state, coins,
 * design tokens, push addresses of devices, and tokens of a single step (an invitation, a reset).
 */
export function isTokenStorageKey(key: string): boolean {
  if (/^oidc\.user:/.test(key)) return true;
  const words = splitWords(key);
  if (words.length > 1 && words.at(-1) === 'key') words.pop();
  return isTokenWords(words);
}

/** The same for the name of a value: `accessToken`, `data.access_token`, `session.jwt`. Only the last part of a path counts. */
export function isTokenName(name: string): boolean {
  return isTokenWords(splitWords(name.split('.').at(-1)!));
}

function isTokenWords(all: readonly string[]): boolean {
  const words = withoutTrailing(all);
  const head = words.at(-1);
  if (head === undefined || questionWords.has(words[0]!)) return false;
  const before = words.slice(0, -1);
  if (head === 'jwt' || head === 'jwts' || head === 'bearer') return true;
  if (before.some((word) => harmlessTokenWords.has(word) || OTHER_TOKENS.has(word))) return false;
  if (head === 'token')
    return !/^(?:get|set|fetch|remove|clear|delete|decode|parse|verify|validate|generate|create|revoke)$/.test(
      words[0]!,
    );
  return head === 'tokens' && before.some((word) => AUTH_WORDS.has(word));
}

function withoutTrailing(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && (TRAILING.has(words[end - 1]!) || /^v?\d+$/.test(words[end - 1]!))) end--;
  return words.slice(0, end);
}
