import { type BackendFile, fileOf } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { argumentAt, textOf } from '../values.js';

/** A broken hash made in one call, without `createHash`. */
export interface OneShot {
  readonly call: TSESTree.CallExpression;
  readonly name: string;
  readonly inputs: readonly Node[];
  /** The name of the algorithm, where it stands as a text. */
  readonly algorithm: Node | null;
}

const PACKAGES = /^(?:md5|blueimp-md5|js-md5|ts-md5|sha1|js-sha1|crypto-js(?:\/(?:md5|sha1))?|node-forge)$/;
const MENTIONED = /['"](?:md5|blueimp-md5|js-md5|ts-md5|sha1|js-sha1|crypto-js\/?\w*|node-forge)['"]|\bsubtle\b/;
const BROKEN = /^(?:md[245]|sha-?1)$/i;
const KEYED = /^Hmac(?:MD5)$/;

/** `md5(x)`, `CryptoJS.SHA1(x)`, `forge.md.md5.create().update(x)`, `crypto.subtle.digest('SHA-1', x)`, `crypto.hash('md5', x)`. */
export function oneShotsOf(file: BackendFile): OneShot[] {
  const calls = (name: string): readonly TSESTree.CallExpression[] => file.index.calls.get(name) ?? [];
  const found: OneShot[] = [];
  for (const call of [...calls('digest'), ...calls('hash')]) {
    const algorithm = call.arguments.length > 1 ? argumentAt(call, '0') : 'absent';
    const given = typeof algorithm === 'string' ? 'absent' : nameOf(algorithm);
    if (typeof algorithm !== 'string' && given !== null && BROKEN.test(given) && isOfCrypto(call))
      found.push({ call, name: given, inputs: call.arguments.slice(1), algorithm });
  }
  if (!file.index.specifiers.some((each) => PACKAGES.test(each))) return found;
  for (const name of ['md5', 'MD5', 'sha1', 'SHA1', 'HmacMD5'])
    for (const call of calls(name))
      found.push({ call, name: KEYED.test(name) ? 'HMAC-MD5' : name, inputs: call.arguments, algorithm: null });
  for (const call of calls('update')) {
    const made = receiverOf(call);
    const algorithm = made && /\bmd\.(md5|sha1)\.create\(\)$/.exec(fileOf(made).text.slice(...made.range))?.[1];
    if (algorithm) found.push({ call, name: algorithm, inputs: call.arguments, algorithm: null });
  }
  return found;
}

/** Whether a file may hold one. */
export const mentionsOneShot = (file: BackendFile): boolean => MENTIONED.test(file.text);

const nameOf = (algorithm: Node): string | null => {
  const value = unwrapAwait(algorithm);
  return value.type === 'ObjectExpression' ? null : textOf(value);
};

function isOfCrypto(call: TSESTree.CallExpression): boolean {
  const receiver = receiverOf(call);
  if (!receiver) return calleeName(call) === 'hash';
  return /(?:^|\.)(?:subtle|crypto|webcrypto)$/.test(fileOf(receiver).text.slice(...receiver.range));
}
