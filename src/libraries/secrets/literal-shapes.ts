import { splitWords } from './words.js';

/** What a text plainly is when it is no secret. */
export type LiteralShape =
  | 'environment name'
  | 'code'
  | 'name'
  | 'prose'
  | 'url'
  | 'path'
  | 'pattern'
  | 'template'
  | 'address'
  | 'algorithm'
  | 'media type'
  | 'date'
  | 'public key'
  | 'hash'
  | 'reference'
  | 'number';

interface ShapeRow {
  readonly shape: LiteralShape;
  readonly pattern: RegExp;
}

/** Shapes that say what a text is wherever it stands, in the order they are asked. */
const PLAIN_SHAPES: readonly ShapeRow[] = [
  {
    shape: 'public key',
    pattern: /-----BEGIN (?:[A-Z0-9]+ )*(?:PUBLIC KEY|CERTIFICATE)|^(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-\S+) /,
  },
  { shape: 'template', pattern: /\$\{[^}]*\}|\{\{[^}]*\}\}|^[^{}]*\{[\w.]*\}[^{}]*$|%[sd]|<%/ },
  { shape: 'url', pattern: /^(?:[a-z][a-z0-9+.-]*:)?\/\/\S+$/i },
  { shape: 'hash', pattern: /^\$(?:2[abxy]?|argon2(?:id?|d)|scrypt|5|6|pbkdf2[\w-]*)\$/ },
  {
    shape: 'reference',
    pattern: /^(?:arn:|op:\/\/|vault:|ssm:|secretref:|env:|file:|urn:|projects\/[^/]+\/secrets\/)/i,
  },
  { shape: 'pattern', pattern: /^\^.*\$$|\(\?[=!:<]|\[(?:a-z|A-Z|0-9|\^)|\\[dws]/ },
  // Code that reads a secret, in a snippet for some language, is none.
  { shape: 'reference', pattern: /\bos\.(?:environ|getenv)\b|\bgetenv\(|\bENV\[|\b(?:process|Bun|Deno)\.env\b/i },
  // An account or contract of a chain (EIP-55): public by nature.
  { shape: 'address', pattern: /^0x[\da-f]{40}$/i },
  { shape: 'date', pattern: /^\d{4}-\d{2}-\d{2}(?:$|[T ])|^[YMDHhmsSaAZ]{2,4}(?:[-/:. T]+[YMDHhmsSaAZ]{2,4})+$/ },
  {
    shape: 'media type',
    pattern: /^(?:application|text|image|audio|video|multipart|font|model|message)\/[\w.+*-]+(?:;.*)?$/,
  },
  {
    shape: 'algorithm',
    pattern:
      /^(?:(?:HS|RS|ES|PS)(?:256|384|512)K?|EdDSA|(?:sha|SHA|md|MD)-?\d{1,3}(?:[-_/]\d{3})?|(?:aes|AES)[-_]?\d{3}[-_\w]*|A\d{3}(?:GCM|KW|CBC)[-\w]*|RSA[-_]\w+|ECDH[-+\w]*|bcrypt|argon2(?:id|i|d)?|scrypt|pbkdf2|ed25519|x25519|secp\d{3}[rk]1|base64(?:url)?|utf-?8|hex|dir)$/,
  },
  { shape: 'address', pattern: /^[^\s@]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i },
  { shape: 'address', pattern: /^(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?$|^localhost(?::\d+)?$/ },
  {
    shape: 'path',
    pattern:
      /^(?:\.{1,2}|~|@[\w-]+|[A-Za-z]:)?\/[\w./:*@[\]()-]*$|\.(?:pem|key|crt|json|ya?ml|env|txt|tsx?|jsx?|html?|css|sql|svg|png)$/,
  },
];

/** What a text plainly is wherever it stands (a URL, a path, an algorithm's name …); null when that can't be said. */
export function plainShape(value: string): LiteralShape | null {
  for (const { shape, pattern } of PLAIN_SHAPES) {
    if (pattern.test(value)) return shape === 'path' && isDense(value) ? null : shape;
  }
  return null;
}

/**
 * What a text is by its writing: an environment variable's name, a sentence, a dotted, dashed, underscored or camel-cased name. Such
 * texts under a secret's name are error codes, translations, field, header, cookie and type names.
 */
export function writtenShape(value: string): LiteralShape | null {
  if (/\s/.test(value.trim()) || /^[A-Za-z]+[?…]$/.test(value)) return 'prose';
  if (/[^\x20-\x7e]/.test(value) && !/\d/.test(value)) return 'prose';
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[A-Z]{2,}$/.test(value)) return isNamelike(value) ? 'environment name' : null;
  if (/^[-+]?\d+(?:\.\d+)?$/.test(value)) return 'number';
  if (isMemberPath(value)) return 'code';
  if (!isNamelike(value)) return null;
  return /[-.:/]/.test(value) ? 'code' : 'name';
}

/** Words with digits that are names of techniques, not passwords. */
const TECHNICAL =
  /^(?:o?auth\d?|oidc|v\d{1,3}|\d|[248]fa|mfa|[hrep]s\d{3}|sha\d{1,3}|md5|aes\d*|base\d\d|b64|utf\d+|s3|ec2|k8s|i18n|l10n|x509|p\d{3}|argon2(?:id)?|pkcs\d+|rfc\d+|web3|h2|http\d|ipv\d|erc\d+|es\d+|r2|d1|[a-z]+\d)$/;

/**
 * Whether a text reads as words put together by `-`, `_`, `.`, `:`, `/` or humps. A digit in the midst of a word, a long number, a
 * sign, a capital amid small letters of a dashed text, or letters that no word has in that order speak against it.
 */
function isNamelike(value: string): boolean {
  if (!/^[@#]?_*[A-Za-z][A-Za-z0-9]*(?:[-_.:/ ]+[A-Za-z0-9]+)*[-_.:/]?$/.test(value)) return false;
  const segments = value.split(/[-_.:/@#]+/).filter((segment) => segment !== '');
  const digits = value.replace(/\D/g, '').length;
  if (digits > 0 && segments.length === 1 && !TECHNICAL.test(value.toLowerCase()) && !isHumpedWithDigit(value))
    return false;
  if (digits > 0 && segments.length > 1 && mixesCapitals(segments)) return false;
  const words = segments.flatMap((segment) => splitWords(segment));
  return words.every(isWordlike) && !isChoppy(words);
}

/** `0.credentials.secretAccessKey`, `users[0].password`: where something stands. */
function isMemberPath(value: string): boolean {
  if (
    !/^(?:-?\d{1,2}|[A-Za-z][A-Za-z_]*\d?(?:\[\d*\])?)(?:\.(?:\*|\d{1,2}|[A-Za-z][A-Za-z_]*\d?(?:\[\d*\])?))+$/.test(
      value,
    )
  )
    return false;
  if (/^-?\d/.test(value)) return true;
  const words = value.split(/[^A-Za-z]+/).flatMap((segment) => splitWords(segment));
  return words.every((word) => isWordlike(word)) && !isChoppy(words);
}

/** Capitals and small letters by chance make humps of two or three letters; the words of a name are longer on average. */
function isChoppy(words: readonly string[]): boolean {
  const length = words.join('').length;
  return length >= 14 && words.length >= 5 && length / words.length < 3.2;
}

/** `step2Token`: several humps, one digit. */
function isHumpedWithDigit(value: string): boolean {
  return (
    splitWords(value).length > 1 &&
    value.replace(/\D/g, '').length === 1 &&
    splitWords(value).every((word) => TECHNICAL.test(word) || /^[a-z]+$/.test(word))
  );
}

/** `J3-quartz-Meadow`: some parts capitalised, some not. */
function mixesCapitals(segments: readonly string[]): boolean {
  const lettered = segments.filter((segment) => /[A-Za-z]/.test(segment));
  const capitalised = lettered.filter((segment) => /^[A-Z][a-z]/.test(segment)).length;
  return capitalised > 0;
}

/** Abbreviations that have no vowel. */
const ABBREVIATIONS = /^(?:https?|html|smtp|psql|grpc|csrf|xsrf|pwds?|jwts|mssql|rbac|hmac|pgsql|sftp|ssml|http2)$/;

function isWordlike(word: string): boolean {
  if (TECHNICAL.test(word) || ABBREVIATIONS.test(word)) return true;
  if (!/^[a-z]+$/.test(word) || word.length > 20) return false;
  return word.length < 4 || (/[aeiouy]/.test(word) && !/[bcdfghjklmnpqrstvwxz]{6,}/.test(word));
}

/** Base64 with slashes in it, not a path: long, with capitals and digits within its parts. */
function isDense(value: string): boolean {
  return (
    value.length >= 24 &&
    /[A-Z]/.test(value) &&
    /\d/.test(value) &&
    /[a-z]/.test(value) &&
    !/[.*:]|-/.test(value) &&
    splitWords(value).length > 6
  );
}
