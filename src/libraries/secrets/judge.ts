import { shannonEntropy } from './entropy.js';
import { plainShape, writtenShape } from './literal-shapes.js';
import { famousPasswords } from './placeholder-words.js';
import { isPlaceholder, isSequence, isWeakLiteral, isWeakPhrase } from './placeholders.js';
import { findPrivateKeyBlock } from './private-keys.js';
import { findProviderSecrets } from './providers/find.js';
import { publishableReason } from './publishable.js';
import { secretNameKind, type SecretNameKind } from './secret-names.js';
import { findUrlCredentials } from './url-credentials.js';
import { splitWords } from './words.js';

/**
 * Where a literal stands: given to a name, in the place where a known call takes its secret, or as the value of an HTTP header.
 */
export type LiteralContext = 'named' | 'position' | 'header';

/** Whether a literal is a secret, and why (or why not), in a few words. */
export interface Judgement {
  readonly secret: boolean;
  readonly reason: string;
}

/**
 * Whether a literal is a real secret. `name` is the identifier, property or header it is given to (null when there is none). A name
 * alone proves little (most literals under secret names are codes, texts and names of things), so `named` asks for evidence in the
 * value; a `position` is evidence by itself, so all but placeholders and plain names of things count there, with the reason `empty` for
 * an empty text and `weak` for one that anybody would guess.
 */
export function judgeSecretLiteral(name: string | null, value: string, context: LiteralContext): Judgement {
  if (context === 'header' || (context === 'named' && name !== null && /authorization$/i.test(name))) {
    return judgeHeader(name, value);
  }
  return findHardFact(name, value) ?? (context === 'position' ? judgePosition(value) : judgeNamed(name, value));
}

/** What the value says whatever it is given to. */
function findHardFact(name: string | null, value: string): Judgement | null {
  const published = publishableReason(value, name);
  if (published !== null) return no(published);
  const token = findProviderSecrets(value).find((one) => one.publishable !== true);
  if (token !== undefined) return yes(token.kind);
  const block = findPrivateKeyBlock(value);
  if (block !== null) return yes(block.kind);
  if (findUrlCredentials(value) !== null) return yes('credentials in a URL');
  return null;
}

function judgePosition(value: string): Judgement {
  if (value.trim() === '') return yes('empty');
  if (isPlaceholder(value)) return no('placeholder');
  if (value.length > LONGEST) return yes('literal secret');
  const shape = plainShape(value);
  if (shape !== null && shape !== 'pattern' && shape !== 'date' && shape !== 'address') return no(shape);
  return isWeakLiteral(value) || writtenShape(value) !== null ? yes('weak') : yes('literal secret');
}

function judgeNamed(name: string | null, value: string): Judgement {
  const kind = name === null ? null : secretNameKind(name);
  if (name === null || kind === null) return no('not a secret name');
  if (kind === 'connection') return no('no credentials in it');
  if (value.trim() === '') return no('empty');
  if (isPlaceholder(value)) return no('placeholder');
  if (value.length > LONGEST) return no('too long for a name to tell');
  const shape = plainShape(value);
  if (shape !== null) return no(shape);
  if (isWeakSecretFor(kind, name, value)) return yes('weak');
  if (saysItsName(name, value)) return no('name');
  if ((kind === 'password' || kind === 'secret') && isPassphrase(value)) return yes('literal secret');
  const written = writtenShape(value);
  if (written !== null) return no(written);
  return hasSubstance(kind, value) ? yes('literal secret') : no('too little to be a secret');
}

function judgeHeader(name: string | null, value: string): Judgement {
  if (name !== null && secretNameKind(name) === null) return no('not a credential header');
  const [, scheme = '', credential = ''] = /^(?:(Bearer|Basic|Token|ApiKey|Digest|Bot|Key)(?:\s+|$))?([\s\S]*)$/i.exec(
    value.trim(),
  )!;
  if (credential === '') return no(scheme === '' ? 'empty' : 'scheme only');
  if (scheme.toLowerCase() === 'basic') return judgeBasic(credential);
  return findHardFact('token', credential) ?? judgeNamed('token', credential);
}

/** RFC 7617: base64 of `user:password`. */
function judgeBasic(credential: string): Judgement {
  const decoded = /^[A-Za-z0-9+/]+={0,2}$/.test(credential) ? Buffer.from(credential, 'base64').toString('utf8') : '';
  const password = /^[\x20-\x7e]*?:([\x20-\x7e]+)$/.exec(decoded)?.[1];
  if (password === undefined) return judgeNamed('token', credential);
  return isPlaceholder(password) || /^(?:password|pass)$/i.test(password)
    ? no('placeholder')
    : yes('basic credentials');
}

function isWeakSecretFor(kind: SecretNameKind, name: string, value: string): boolean {
  if (kind !== 'password' && kind !== 'secret') return false;
  if (isSameSpelling(name, value)) return false;
  const identifierLike = /^[a-z]+(?:[A-Z][a-z]+)+$|_|[.:/]/.test(value);
  if (isWeakPhrase(value) && !(identifierLike && saysItsName(name, value))) return true;
  if (isSecretForSigning(name, value)) return true;
  if (/^keyboard[-_ ]?cat$|^s+h{3,}!*$/i.test(value)) return true;
  if (isNumberedWord(value) && !saysItsName(name, value)) return true;
  if (kind === 'password') return famousPasswords.has(value.toLowerCase()) || isNumberPassword(value);
  return isSequence(value) && value.length >= 6;
}

/** `JWT_SECRET = 'secret'`; without the name's first half (`SECRET = 'secret'`) it is as likely the name of a field. */
function isSecretForSigning(name: string, value: string): boolean {
  return (
    /^secret(?:[-_ ]?key)?$/i.test(value) && /jwt|session|cookie|refresh|hmac|signing|encrypt|app[-_]?s/i.test(name)
  );
}

/** Words of header names, which are written like a passphrase: `Stripe-Webhook-Signature`. */
const HEADER_WORDS =
  /^(?:x|api|auth|authorization|authentication|access|control|allow|key|id|token|secret|password|signature|webhook|header|headers|hub|request|response|content|type|client|app|user|session|csrf|xsrf|www|proxy|security|origin|forwarded|real|http|https|hmac|sha|version)$/i;

/** `Fennel-Stairs-Oboe`: three or more capitalised words, none of the trade. */
function isPassphrase(value: string): boolean {
  return (
    /^[A-Z][a-z]{2,}(?:-[A-Z][a-z]{2,}){2,}$/.test(value) && !value.split('-').some((word) => HEADER_WORDS.test(word))
  );
}

/** `hunter2`, `password1`: a word and a number; not `oauth2`, `token1`, `sha256`. */
function isNumberedWord(value: string): boolean {
  return (
    /^[A-Za-z]{4,}\d+$/.test(value) &&
    value.length >= 6 &&
    !/^(?:oauth|auth|base|argon|http|pkcs|token|secret|level|field|input|slot|version|step|part|account|tenant|client)\d+$/i.test(
      value,
    )
  );
}

function isNumberPassword(value: string): boolean {
  return /^\d{6,}$/.test(value) || (isSequence(value) && value.length >= 6);
}

function isSameSpelling(name: string, value: string): boolean {
  return name.split('.').at(-1)!.toLowerCase() === value.toLowerCase();
}

/** `apiKey: 'api_key'`, `ACCESS_TOKEN: 'accessToken'`, `TOKEN_SECRET: 'secret'`: the value is made of the name's own words. */
function saysItsName(name: string, value: string): boolean {
  const own = new Set(splitWords(name));
  const said = splitWords(value);
  return said.length > 0 && said.every((word) => own.has(word));
}

/** Longer texts are files, not secrets, unless a form of their own (a key block, a token) says so. */
const LONGEST = 1024;

/** An identifier: nobody's password, though a service may use one as its key. */
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Fewest characters a literal of the kind has; an opaque token is never short. */
const SHORTEST: Readonly<Record<SecretNameKind, number>> = {
  password: 6,
  secret: 6,
  token: 8,
  'api-key': 8,
  'private-key': 16,
  credential: 8,
  connection: 8,
};

/**
 * Length and mixture: letters with digits or signs, or a long text whose letters come in no order. Entropy only tells a run of
 * repeated characters from a mixture; it can't tell a password from a word.
 */
function hasSubstance(kind: SecretNameKind, value: string): boolean {
  if (value.length < SHORTEST[kind] || isSequence(value)) return false;
  if (kind === 'password' && UUID.test(value)) return false;
  const letters = /[A-Za-z]/.test(value);
  const digits = /\d/.test(value);
  const signs = /[!-,;-@[-^`{-~]/.test(value);
  const mixed = letters && (digits || signs);
  return (mixed || value.length >= 12) && shannonEntropy(value) >= 2;
}

function yes(reason: string): Judgement {
  return { secret: true, reason };
}

function no(reason: string): Judgement {
  return { secret: false, reason };
}
