import { secretNameKind } from '../../libraries/secrets/index.js';
import { splitWords } from '../../libraries/secrets/words.js';
import type { Node } from '../../syntax/ast.js';
import { calleeName, memberName, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { textOf } from '../values.js';

/** What a value that grants access is, as its name says. */
export type CredentialKind = 'signature' | 'otp' | 'token' | 'secret' | 'api-key' | 'password';

/** Calls that give their argument (or what they are called on) again in another form. */
const SAME =
  /^(?:String|from|trim|toString|toLowerCase|toUpperCase|decodeURIComponent|slice|substring|substr|replace|split|at|pop|digest|encode|normalize|padStart|normalizeEmail)$/;
/** Calls that read an entry by its name. */
const READS =
  /^(?:get|header|getHeader|query|param|cookie|getCookie|getSignedCookie|getOrThrow|getQuery|getRouterParam|valueOf|read|require|need)$/;

/**
 * The name of what an expression reads: `x-signature` of `req.headers['x-signature']`, `apiKey` of `config.apiKey`, of
 * `String(req.query.apiKey)` and of a name that was given one of these.
 */
export function readName(node: Node, hops = 0): string | null {
  const value = unwrapAwait(node);
  if (hops > 6) return null;
  switch (value.type) {
    case 'Identifier': {
      const binding = getBinding(value);
      if (binding.kind === 'value' || binding.kind === 'parameter') {
        const step = binding.path.at(-1);
        if (step !== undefined && step !== '...' && !/^\d+$/.test(step) && credentialWord(value.name) === null)
          return step;
      }
      if (binding.kind === 'value' && binding.init && binding.path.length === 0 && credentialWord(value.name) === null)
        return readName(binding.init, hops + 1) ?? value.name;
      return value.name;
    }
    case 'MemberExpression': {
      const name = memberName(value) ?? textOf(value.property);
      // `header.split(' ')[1]`, `digest.length`
      return name === null || /^\d+$/.test(name) ? readName(value.object, hops + 1) : name;
    }
    case 'CallExpression': {
      const name = calleeName(value) ?? '';
      const first = value.arguments[0];
      if (READS.test(name) && first && first.type !== 'SpreadElement') {
        const text = textOf(first);
        if (text !== null) return text;
      }
      if (!SAME.test(name))
        return name.replace(
          /^(?:get|find|load|fetch|compute|create|make|generate|calculate|build|sign|hash)(?=[A-Z])/,
          '',
        );
      const receiver = receiverOf(value);
      const inner =
        name === 'String' || name === 'from' || name === 'decodeURIComponent' || !receiver ? first : receiver;
      return inner && inner.type !== 'SpreadElement' ? readName(inner, hops + 1) : null;
    }
    case 'LogicalExpression':
      return readName(value.left, hops + 1) ?? readName(value.right, hops + 1);
    case 'TemplateLiteral':
      return value.expressions.length === 1 ? readName(value.expressions[0]!, hops + 1) : null;
    default:
      return null;
  }
}

/** The credential that an expression is by its name, or null. */
export function credentialOf(node: Node): CredentialKind | null {
  const name = readName(node);
  return name === null ? null : credentialWord(name);
}

const SIGNATURES: ReadonlySet<string> = new Set(['signature', 'sig', 'hmac', 'sign']);
const CODE_BEFORE =
  /^(?:verification|verify|auth|login|signin|reset|confirmation|confirm|sms|security|backup|recovery|mfa|otp|totp|2fa|factor|passcode|pairing|unlock)$/;

/** The credential that a name promises, or null: `x-hub-signature-256`, `otp`, `resetToken`, `API_KEY`. */
export function credentialWord(name: string): CredentialKind | null {
  const words = splitWords(name);
  while (
    words.length > 1 &&
    /^(?:v?\d+|sha|sha256|sha1|hex|base64|value|header|buffer|buf|bytes|input|provided|hash|raw|string|str|text|param)$/.test(
      words.at(-1)!,
    )
  )
    words.pop();
  const last = words.at(-1);
  if (last === undefined) return null;
  if (/^(?:is|has|no|missing|invalid|wrong|bad|with|type|expired)$/.test(words[0]!) && words.length > 1) return null;
  if (SIGNATURES.has(last)) return last === 'sign' && words.length === 1 ? null : 'signature';
  if (last === 'otp' || last === 'totp' || last === 'passcode' || last === 'pincode') return 'otp';
  if ((last === 'code' || last === 'pin') && words.length > 1 && CODE_BEFORE.test(words.at(-2)!)) return 'otp';
  if (last === 'key' && (words[0] === 'x' || words.includes('api') || words.includes('webhook'))) return 'api-key';
  const kind = secretNameKind(name) ?? secretNameKind(words.join('_'));
  switch (kind) {
    case 'password':
    case 'secret':
    case 'token':
    case 'api-key':
      return kind;
    case 'private-key':
    case 'credential':
      return 'secret';
    default:
      return null;
  }
}
