import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, memberName, outward, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { chainOf, isKeyed } from '../credentials/digests.js';
import { functionName } from '../credentials/functions.js';
import { credentialOf, credentialWord } from '../credentials/names.js';
import { findConfigured } from '../credentials/origins.js';
import { isPassword } from '../passwords/weak.js';
import { namePathOf } from '../secret-paths.js';
import { argumentAt, constantOf, follow, textOf } from '../values.js';
import { mentionsOneShot, oneShotsOf, type OneShot } from './one-shot.js';
import { lastParts } from '../../syntax/file-names.js';

export type WeakKind =
  'hash' | 'signature' | 'cipher' | 'ecb' | 'no-iv' | 'fixed-iv' | 'no-tag' | 'short-key' | 'padding';

/** Cryptography that can be broken. */
export interface WeakCrypto {
  readonly node: Node;
  readonly kind: WeakKind;
  readonly name: string;
  /** What may take the place of a node. */
  readonly replacement: { readonly node: Node; readonly text: string } | null;
}

export const weakCryptoOf = (file: BackendFile): readonly WeakCrypto[] => file.memo(findWeak);

const isCrypto = (file: BackendFile): boolean =>
  file.index.specifiers.some((each) => /^(?:node:)?crypto$|^crypto-js|^node-forge$/.test(each)) ||
  /\bcrypto\.(?:subtle|create|webcrypto)/.test(file.text) ||
  mentionsOneShot(file);

function findWeak(file: BackendFile): WeakCrypto[] {
  if (!isCrypto(file)) return [];
  const calls = (name: string): readonly TSESTree.CallExpression[] => file.index.calls.get(name) ?? [];
  const found: WeakCrypto[] = [];
  const add = (weak: WeakCrypto | null): void => {
    if (weak) found.push(weak);
  };
  for (const call of calls('digest')) add(ofHash(call));
  for (const oneShot of oneShotsOf(file)) add(ofOneShot(oneShot));
  for (const name of ['createSign', 'createVerify']) for (const call of calls(name)) add(ofSignature(call));
  for (const name of ['createHmac']) for (const call of calls(name)) add(ofHmac(call));
  for (const name of ['createCipheriv', 'createDecipheriv'])
    for (const call of calls(name)) found.push(...ofCipher(call, name === 'createCipheriv'));
  for (const name of ['createCipher', 'createDecipher'])
    for (const call of calls(name)) {
      const receiver = receiverOf(call);
      // node-forge has a function of that name, which takes its IV later.
      if (receiver && /forge|cipher$/.test(file.text.slice(...receiver.range))) add(ofName(call));
      else if (call.arguments.length === 2) found.push({ node: call, kind: 'no-iv', name, replacement: null });
    }
  for (const name of ['generateKeyPair', 'generateKeyPairSync', 'generateKey', 'createDiffieHellman'])
    for (const call of calls(name)) add(ofKey(call));
  for (const name of ['publicEncrypt', 'privateDecrypt']) for (const call of calls(name)) add(ofPadding(call));
  for (const call of calls('encrypt')) found.push(...ofEncrypt(call, file));
  return found;
}

const first = (call: TSESTree.CallExpression): Node | null => {
  const [node] = call.arguments;
  return node && node.type !== 'SpreadElement' ? node : null;
};

const SECURITY = /token|signature|\bsign|session|auth|api.?key|secret|credential|licen[sc]e|integrity|otp/i;
const HARMLESS =
  /etag|checksum|gravatar|cache|content.?md5|content.?hash|file.?hash|finger|dedup|filename|key$|slug|color|avatar|totp|hotp/i;

/** MD5 and SHA-1 where somebody may not be able to make the same digest; as a checksum they do. */
function ofHash(call: TSESTree.CallExpression): WeakCrypto | null {
  const digest = chainOf(call);
  if (digest?.kind !== 'hash') return null;
  const algorithm = first(digest.made);
  const name = algorithm && textOf(algorithm);
  if (!algorithm || !name || !/^(?:md[245]|sha-?1|rmd160|ripemd160)$/i.test(name)) return null;
  // A password's hash is no-weak-password-hash's.
  if (digest.inputs.some((each) => isPassword(each))) return null;
  const isSecret = digest.inputs.some((each) => holdsSecret(each)) && isKeyed(digest);
  if (!guards(call, isSecret)) return null;
  return { node: digest.made, kind: 'hash', name: name.toUpperCase(), replacement: literal(algorithm, 'sha256') };
}

/** Whether somebody would gain by another content with the same digest: by what the result and its function are called. */
function guards(call: TSESTree.CallExpression, isSecret: boolean): boolean {
  const fn = enclosingFunction(call);
  const given = namePathOf(call).names.at(-1) ?? '';
  const around = `${given} ${fn ? (functionName(fn) ?? '') : ''}`;
  // A third party's webhook says how it signs.
  if (HARMLESS.test(around) || /webhook/i.test(lastParts(fileOf(call).path, 2))) return false;
  return isSecret || ((credentialWord(given) !== null || SECURITY.test(around)) && !/author\b/i.test(around));
}

function ofOneShot({ call, name, inputs, algorithm }: OneShot): WeakCrypto | null {
  if (inputs.some((each) => isPassword(each)) || !guards(call, name === 'HMAC-MD5')) return null;
  const isWeb = algorithm !== null && /^sha-/i.test(name);
  return {
    node: call,
    kind: 'hash',
    name: name.toUpperCase(),
    replacement: algorithm ? literal(algorithm, isWeb ? 'SHA-256' : 'sha256') : null,
  };
}

function holdsSecret(node: Node): boolean {
  const value = unwrapAwait(node);
  if (value.type === 'TemplateLiteral') return value.expressions.some(holdsSecret);
  if (value.type === 'BinaryExpression') return holdsSecret(value.left) || holdsSecret(value.right);
  return findConfigured(value) !== null || /^(?:secret|api-key|token)$/.test(credentialOf(value) ?? '');
}

const literal = (node: Node, text: string): WeakCrypto['replacement'] => {
  const value = unwrapAwait(node);
  return value.type === 'Literal' ? { node: value, text: `'${text}'` } : null;
};

function ofSignature(call: TSESTree.CallExpression): WeakCrypto | null {
  const algorithm = first(call);
  const name = algorithm && textOf(algorithm);
  if (!algorithm || !name || !/md5|sha-?1$|sha1\b/i.test(name)) return null;
  return {
    node: call,
    kind: 'signature',
    name,
    replacement: literal(
      algorithm,
      name.replace(/md5|sha-?1/i, (old) => (old === old.toUpperCase() ? 'SHA256' : 'sha256')),
    ),
  };
}

function ofHmac(call: TSESTree.CallExpression): WeakCrypto | null {
  const algorithm = first(call);
  const name = algorithm && textOf(algorithm);
  return algorithm && name && /^md[245]$/i.test(name)
    ? { node: call, kind: 'hash', name: `HMAC-${name.toUpperCase()}`, replacement: literal(algorithm, 'sha256') }
    : null;
}

const BROKEN = /^(?:des|rc2|rc4|bf|blowfish|cast|idea|seed)(?:[-\d]|$)|^des-?ede/i;

function ofCipher(call: TSESTree.CallExpression, isEncryption: boolean): WeakCrypto[] {
  const algorithm = first(call);
  const name = algorithm && textOf(algorithm);
  if (!algorithm || !name) return isEncryption ? fixedIv(call) : [];
  const kind = BROKEN.test(name) ? 'cipher' : /-ecb$/i.test(name) ? 'ecb' : null;
  if (kind) return [{ node: call, kind, name, replacement: isEncryption ? inGcm(call, name) : null }];
  const found = isEncryption ? fixedIv(call) : [];
  if (/-gcm$|-ccm$|-ocb$|poly1305$/i.test(name) && lacksTag(call, isEncryption))
    found.push({ node: call, kind: 'no-tag', name, replacement: null });
  return found;
}

/** The same call in GCM by a key of the same length, with an IV of its own; null where no AES has keys of that length. */
function inGcm(call: TSESTree.CallExpression, name: string): WeakCrypto['replacement'] {
  const bits =
    /^aes-?(\d+)/i.exec(name)?.[1] ?? (/^des-?ede3/i.test(name) ? '192' : /^des-?ede\b/i.test(name) ? '128' : null);
  const [algorithm, key, ...rest] = call.arguments;
  if (bits === null || algorithm?.type !== 'Literal' || !key || rest.length > 1) return null;
  const text = `${sourceText(call.callee)}('aes-${bits}-gcm', ${sourceText(key)}, randomBytes(12))`;
  return { node: call, text };
}

function fixedIv(call: TSESTree.CallExpression): WeakCrypto[] {
  const iv = argumentAt(call, '2');
  if (typeof iv === 'string' || !isFixed(iv, call)) return [];
  const length = /gcm|ccm|ocb|poly1305/i.test(textOf(first(call)!) ?? '') ? 12 : 16;
  const value = unwrapAwait(iv);
  const replacement = value.type === 'Identifier' ? null : { node: value, text: `randomBytes(${length})` };
  return [
    {
      node: iv,
      kind: 'fixed-iv',
      name: sourceText(iv).slice(0, 40),
      replacement,
    },
  ];
}

/** The same bytes every time: a constant, zeros, or a part of the key. */
function isFixed(node: Node, call: TSESTree.CallExpression, hops = 0): boolean {
  const value = unwrapAwait(follow(node));
  if (hops > 4) return false;
  if (typeof constantOf(value) === 'string') return true;
  if (value.type === 'NewExpression')
    return (
      value.callee.type === 'Identifier' &&
      value.callee.name === 'Uint8Array' &&
      value.arguments.length === 1 &&
      typeof constantOf(value.arguments[0] as Node) === 'number' &&
      !isFilled(node)
    );
  if (value.type !== 'CallExpression') return false;
  const name = calleeName(value);
  const receiver = receiverOf(value);
  const given = value.arguments[0];
  if (receiver?.type === 'Identifier' && receiver.name === 'Buffer') {
    if (name === 'alloc') return !isFilled(node);
    if (name === 'from') return given !== undefined && given.type !== 'SpreadElement' && isFixed(given, call, hops + 1);
  }
  // `key.slice(0, 16)` of the key that stands beside it.
  if (/^(?:slice|subarray)$/.test(name ?? '') && receiver && call.arguments[1]) {
    const [a, b] = [sourceText(receiver), sourceText(call.arguments[1])];
    return a === b;
  }
  return false;
}

/** Whether zeros are filled with something later: `randomFillSync(iv)`, `crypto.getRandomValues(iv)`. */
function isFilled(node: Node): boolean {
  const value = unwrapAwait(node);
  if (value.type !== 'Identifier') return false;
  const binding = getBinding(value);
  if (!('variable' in binding)) return false;
  return binding.variable.references.some(({ identifier }) => {
    const holder = outward(identifier);
    if (holder?.type === 'CallExpression') return /random|fill|copy|set|write/i.test(calleeName(holder) ?? '');
    return (
      holder?.type === 'MemberExpression' &&
      holder.object === (identifier as Node) &&
      /^(?:copy|set|write\w*|fill)$/.test(memberName(holder) ?? '')
    );
  });
}

/** An authenticated cipher whose tag is neither taken nor given. */
function lacksTag(call: TSESTree.CallExpression, isEncryption: boolean): boolean {
  const fn = enclosingFunction(call);
  const source = fileOf(call).text.slice(...(fn ?? fileOf(call).ast).range);
  // A cipher that is handed on may get its tag elsewhere.
  const holder = outward(call);
  if (holder?.type === 'ReturnStatement' || holder?.type === 'ArrowFunctionExpression' || holder?.type === 'Property')
    return false;
  return !(isEncryption ? /getAuthTag/ : /setAuthTag|authTag/).test(source);
}

function ofName(call: TSESTree.CallExpression): WeakCrypto | null {
  const algorithm = first(call);
  const name = algorithm && textOf(algorithm);
  if (!algorithm || !name) return null;
  if (/ecb$/i.test(name)) return { node: call, kind: 'ecb', name, replacement: literal(algorithm, 'AES-GCM') };
  return /^(?:3?des|rc2)/i.test(name)
    ? { node: call, kind: 'cipher', name, replacement: literal(algorithm, 'AES-GCM') }
    : null;
}

const CURVES = /^(?:secp1(?:12|28|60|92)|prime192|sect1|wap-wsg-idm-ecid-wtls[1-9]$)/;

function ofKey(call: TSESTree.CallExpression): WeakCrypto | null {
  for (const position of ['1.modulusLength', '0.modulusLength', '0.bits', '1.bits', '1.length']) {
    const node = argumentAt(call, position);
    const bits = typeof node === 'string' ? undefined : constantOf(node);
    if (typeof node === 'string' || typeof bits !== 'number') continue;
    const least = position === '1.length' ? 112 : 2048;
    if (bits < least)
      return {
        node,
        kind: 'short-key',
        name: `${bits} bits`,
        replacement: position === '1.length' ? null : { node, text: '2048' },
      };
  }
  const curve = argumentAt(call, '1.namedCurve');
  const name = typeof curve === 'string' ? null : textOf(curve);
  if (name !== null && CURVES.test(name))
    return { node: curve as Node, kind: 'short-key', name, replacement: literal(curve as Node, 'P-256') };
  if (calleeName(call) === 'createDiffieHellman') {
    const bits = first(call) ? constantOf(first(call)!) : undefined;
    if (typeof bits === 'number' && bits < 2048)
      return {
        node: first(call)!,
        kind: 'short-key',
        name: `${bits} bits`,
        replacement: { node: first(call)!, text: '2048' },
      };
  }
  return null;
}

function ofPadding(call: TSESTree.CallExpression): WeakCrypto | null {
  const padding = argumentAt(call, '0.padding');
  if (typeof padding === 'string') return null;
  const value = unwrapAwait(padding);
  const name = value.type === 'MemberExpression' ? memberName(value) : value.type === 'Identifier' ? value.name : null;
  if (name !== 'RSA_PKCS1_PADDING' && name !== 'RSA_NO_PADDING') return null;
  const text = sourceText(value);
  return {
    node: padding,
    kind: 'padding',
    name,
    replacement: { node: value, text: text.replace(name, 'RSA_PKCS1_OAEP_PADDING') },
  };
}

/** `CryptoJS.DES.encrypt(…)`, `{ mode: CryptoJS.mode.ECB }`, `subtle.encrypt({ name: 'AES-GCM', iv })`. */
function ofEncrypt(call: TSESTree.CallExpression, file: BackendFile): WeakCrypto[] {
  const receiver = receiverOf(call);
  const owner = receiver ? file.text.slice(...receiver.range) : '';
  const cipher = /\b(DES|TripleDES|RC4|RC4Drop|Rabbit|RabbitLegacy)$/.exec(owner)?.[1];
  if (cipher !== undefined && receiver)
    return [
      { node: call, kind: 'cipher', name: cipher, replacement: { node: receiver, text: owner.replace(/\w+$/, 'AES') } },
    ];
  const mode = argumentAt(call, '2.mode');
  if (typeof mode !== 'string' && /\bECB$/.test(file.text.slice(...mode.range)))
    return [
      {
        node: mode,
        kind: 'ecb',
        name: 'ECB',
        replacement: { node: mode, text: file.text.slice(...mode.range).replace(/ECB$/, 'CTR') },
      },
    ];
  if (!/subtle$/.test(owner)) return [];
  const iv = argumentAt(call, '0.iv');
  return typeof iv !== 'string' && isFixed(iv, call)
    ? [{ node: iv, kind: 'fixed-iv', name: file.text.slice(...iv.range).slice(0, 40), replacement: null }]
    : [];
}
