import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, isInside, memberName, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { chainOf, findDigest } from '../credentials/digests.js';
import { functionName } from '../credentials/functions.js';
import { credentialWord, readName } from '../credentials/names.js';
import { isRequestRead, isStored } from '../credentials/origins.js';
import { getBinding } from '../bindings.js';
import { allCallers } from '../callers.js';
import { findCalled } from '../entities.js';
import { filtersOf } from '../filters.js';
import { queriesOf } from '../queries.js';
import { lastParts } from '../../syntax/file-names.js';

/** A password that is kept so that it can be guessed, read or compared as it is. */
export interface WeakPassword {
  readonly node: Node;
  readonly kind: 'fast-hash' | 'plain' | 'reversible';
  /** The hash or cipher, as far as it is known. */
  readonly by: string;
}

export const weakPasswordsOf = (file: BackendFile): readonly WeakPassword[] => file.memo(findWeak);

/** Passwords of people, and what is done for other reasons: a list of leaked ones, a key derived first, a cache. */
const SLOW = /bcrypt|argon2|scrypt|pbkdf2/i;
const LEAKED = /pwned|hibp|haveibeenpwned|breach/i;
const MACHINE =
  /smtp|imap|mail|db|database|proxy|redis|wifi|integration|connection|broker|mqtt|digest|rabbit|sftp|ftp|icecast|stream/i;

/** A key for a cipher is made of it: what is kept is the text that the cipher hides. */
export function isForCipher(node: Node): boolean {
  const fn = enclosingFunction(node);
  if (!fn || !/\bcreate(?:Cipher|Decipher)iv\(/.test(fileOf(fn).text)) return false;
  return (
    /\bcreate(?:Cipher|Decipher)iv\(/.test(sourceText(fn)) ||
    /(?:Aes|Cipher|Encryption)Key|^deriveKey/i.test(functionName(fn) ?? '')
  );
}

function findWeak(file: BackendFile): WeakPassword[] {
  if (!/passw|pwd/i.test(file.text) || LEAKED.test(file.text)) return [];
  const found: WeakPassword[] = [];
  for (const call of file.index.calls.get('digest') ?? []) {
    const digest = chainOf(call);
    if (
      !digest ||
      digest.inputs.some(isChallenge) ||
      !(digest.inputs.some((each) => isPassword(each)) || isOfPasswords(call)) ||
      isBesideSlow(call, file) ||
      isForCipher(call)
    )
      continue;
    found.push({ node: digest.made, kind: 'fast-hash', by: algorithmOf(digest.made) });
  }
  for (const [name, by] of FAST)
    for (const call of file.index.calls.get(name) ?? []) {
      const first = call.arguments[0];
      if (
        first &&
        first.type !== 'SpreadElement' &&
        (isPassword(first) || isOfPasswords(call)) &&
        !isBesideSlow(call, file) &&
        (!findCalled(call) || findDigest(call))
      )
        found.push({ node: call, kind: 'fast-hash', by });
    }
  for (const calls of file.index.calls.values())
    for (const call of calls) {
      const given = call.arguments.find((each) => each.type !== 'SpreadElement' && isPassword(each));
      if (!given || FAST.has(calleeName(call) ?? '') || call.callee.type === 'Super') continue;
      const fn = findCalled(call);
      // A function of another file, named for no password itself.
      if (!fn || fileOf(fn) === file || /passw|pwd/i.test(functionName(fn) ?? '')) continue;
      const digest = findDigest(call);
      if (digest && digest.inputs.some((input) => isParameter(input)) && !isBesideSlow(call, file))
        found.push({ node: call, kind: 'fast-hash', by: algorithmOf(digest.made) });
    }
  for (const name of ['encrypt', 'update'])
    for (const call of file.index.calls.get(name) ?? []) {
      const by = cipherOf(call, file);
      if (by !== null && isAccount(call, file)) found.push({ node: call, kind: 'reversible', by });
    }
  found.push(...plainComparisons(file));
  return found;
}

const FAST: ReadonlyMap<string, string> = new Map([
  ['md5', 'MD5'],
  ['sha1', 'SHA-1'],
  ['sha256', 'SHA-256'],
  ['sha512', 'SHA-512'],
  ['MD5', 'MD5'],
  ['SHA1', 'SHA-1'],
  ['SHA256', 'SHA-256'],
  ['SHA512', 'SHA-512'],
  ['HmacSHA256', 'HMAC-SHA-256'],
  ['HmacSHA1', 'HMAC-SHA-1'],
  ['HmacMD5', 'HMAC-MD5'],
]);

function algorithmOf(made: TSESTree.CallExpression): string {
  const [first] = made.arguments;
  const name = first?.type === 'Literal' && typeof first.value === 'string' ? first.value.toUpperCase() : 'a fast hash';
  return calleeName(made) === 'createHmac' ? `HMAC-${name}` : name;
}

/** A password, alone or put together with a salt. */
export function isPassword(node: Node, hops = 0): boolean {
  const value = unwrapAwait(node);
  if (hops > 5) return false;
  switch (value.type) {
    case 'TemplateLiteral':
      return value.expressions.some((hole) => isPassword(hole, hops + 1));
    case 'BinaryExpression':
      return value.operator === '+' && (isPassword(value.left, hops + 1) || isPassword(value.right, hops + 1));
    case 'CallExpression': {
      const receiver = receiverOf(value);
      const name = calleeName(value) ?? '';
      if (name === 'from' || name === 'String' || name === 'encode')
        return value.arguments.some((each) => each.type !== 'SpreadElement' && isPassword(each, hops + 1));
      return /^(?:trim|toString|normalize|concat)$/.test(name) && receiver !== null && isPassword(receiver, hops + 1);
    }
    case 'Identifier':
    case 'MemberExpression': {
      const name = readName(value);
      return (
        name !== null &&
        /pass|pwd|^pw$/i.test(name) &&
        credentialWord(name) === 'password' &&
        !MACHINE.test(name) &&
        !/hash|secret|key/i.test(name)
      );
    }
    default:
      return false;
  }
}

/** A protocol's answer to a challenge (WSSE, HTTP Digest), which keeps nothing. */
const isChallenge = (node: Node): boolean => /nonce|timestamp|challenge|realm/i.test(sourceText(node));

/** Whether the function round a hash is named for passwords. */
function isOfPasswords(node: Node): boolean {
  const fn = enclosingFunction(node);
  return (
    fn !== null &&
    /^(?:hash|encrypt|verify|check|compare|validate|make|create|is|set|encode|digest)\w*(?:Password|Passwd|Pwd)|^(?:password|passwd)(?:Hash|Digest)|^(?:hash|check|verify)_passw/i.test(
      functionName(fn) ?? '',
    ) &&
    !/reset|token|link/i.test(functionName(fn) ?? '')
  );
}

/** A hash before, or beside, a slow one: `bcrypt.hash(sha256(password))`. */
function isBesideSlow(node: Node, file: BackendFile): boolean {
  const fn = enclosingFunction(node);
  return SLOW.test(file.text.slice(...(fn ?? node).range));
}

const isParameter = (node: Node): boolean => {
  const value = unwrapAwait(node);
  if (value.type === 'TemplateLiteral') return value.expressions.some(isParameter);
  if (value.type === 'BinaryExpression') return isParameter(value.left) || isParameter(value.right);
  return value.type === 'Identifier' && getBinding(value).kind === 'parameter';
};

/** The cipher that a password goes into, null where it is another call. */
function cipherOf(call: TSESTree.CallExpression, file: BackendFile): string | null {
  const first = call.arguments[0];
  if (!first || first.type === 'SpreadElement' || !isPassword(first)) return null;
  const receiver = receiverOf(call);
  if (!receiver) {
    const fn = findCalled(call);
    return fn && /createCipher/.test(sourceText(fn)) ? 'a cipher' : null;
  }
  const text = file.text.slice(...receiver.range);
  if (calleeName(call) === 'encrypt' && /\b(?:AES|DES|TripleDES|Rabbit|RC4)$/.test(text))
    return text.split('.').at(-1)!;
  const value = unwrapAwait(receiver);
  const source = value.type === 'Identifier' ? getBinding(value) : null;
  const made = source?.kind === 'value' && source.init ? unwrapAwait(source.init) : value;
  return made.type === 'CallExpression' && /^createCipher(?:iv)?$/.test(calleeName(made) ?? '') ? 'a cipher' : null;
}

/** Whether the password is one that people log in with, here or at a caller. */
function isAccount(node: Node, file: BackendFile, hops = 0): boolean {
  const fn = enclosingFunction(node);
  const text = `${fn ? (functionName(fn) ?? '') : ''} ${lastParts(file.path, 2)} ${file.text.slice(...(fn ?? node).range)}`;
  if (MACHINE.test(text.replaceAll(/\bmail\b|e-?mail/gi, ''))) return false;
  return (
    /sign.?up|register|log.?in|\busers?\b|account|member|customer|createUser/i.test(text) ||
    (hops < 2 && fn !== null && (allCallers(fn) ?? []).some((call) => isAccount(call, fileOf(call), hops + 1)))
  );
}

const OWNER = /user|account|member|customer|admin|employee|found|existing|record|row|doc|person|profile|login|client/i;

/** `user.password === password`, and a query that looks for the password itself. */
function plainComparisons(file: BackendFile): WeakPassword[] {
  const found: WeakPassword[] = [];
  for (const node of file.index.comparisons) {
    const [left, right] = [node.left as Node, node.right];
    if ((isPlain(left, right) || isPlain(right, left)) && !isBesideSlow(node, file))
      found.push({ node, kind: 'plain', by: '' });
  }
  for (const query of queriesOf(file)) {
    if (!/^(?:read-one|read-many|count)$/.test(query.op) || query.proof === 'name') continue;
    const password = filtersOf(query).known.find(({ column }) => /^(?:password|passwd|pwd|pass)$/i.test(column));
    if (
      password &&
      isInside(query.start, file.ast) &&
      /\bpassw|\bpwd\b|\bpass\b/i.test(file.text.slice(...(query.run ?? query.start).range))
    )
      found.push({ node: query.start, kind: 'plain', by: '' });
  }
  return found;
}

/** A stored password beside one that comes from outside, neither of them hashed. */
function isPlain(stored: Node, given: Node): boolean {
  const value = unwrapAwait(stored);
  if (value.type !== 'MemberExpression' || !/^(?:password|passwd|pwd|pass)$/i.test(memberName(value) ?? ''))
    return false;
  const owner = unwrapAwait(value.object);
  const name =
    owner.type === 'Identifier' ? owner.name : owner.type === 'MemberExpression' ? (memberName(owner) ?? '') : '';
  if (
    isRequestRead(value) ||
    /^(?:body|req|request|input|data|dto|form|values|payload|params|config|env|options|settings)$/i.test(name)
  )
    return false;
  if (!OWNER.test(name) && !isStored(value)) return false;
  const other = unwrapAwait(given);
  if (other.type !== 'Identifier' && other.type !== 'MemberExpression') return false;
  return isPassword(other) && findDigest(other) === null;
}
