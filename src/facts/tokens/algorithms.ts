import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { TokenUse } from '../../model/token.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { isFunction, keyName, memberName, unwrapAwait } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { denote, rowOf } from '../entities.js';
import { tokensOf } from '../tokens.js';
import { alternatives, textOf } from '../values.js';
import { isSameSecret } from './identity.js';
import { said, saidAnywhere } from './options.js';

/** What is wrong with the algorithms that a check of a token allows. */
export interface AlgorithmFault {
  readonly kind: 'missing' | 'mixed' | 'none' | 'from-token';
  /** What names them; the use's own call where nothing does. */
  readonly node: Node;
}

/** Libraries whose check goes by the key alone, or that refuse to start without a list. */
const SAFE_BY_DEFAULT: ReadonlySet<string> = new Set([
  'jose',
  'hono-jwt',
  'fast-jwt',
  'fastify-jwt',
  'elysia-jwt',
  'next-auth',
]);

/** The fault in the algorithms of a check, null where there is none or it can't be told. `strictly`: plain secrets with jsonwebtoken 9 count too. */
export function algorithmFaultOf(use: TokenUse, strictly: boolean): AlgorithmFault | null {
  if (use.does === 'sign') return null;
  const positions =
    use.does === 'configure' ? use.row.algorithm.filter((each) => /verif|algorithms/.test(each)) : use.row.algorithm;
  const named =
    use.does === 'configure'
      ? said(use, positions)
      : saidAnywhere(use, positions, ({ algorithm }) => algorithm.filter((each) => /verif/.test(each)));
  if (named === 'unknown') return null;
  if (named !== 'absent') return fileOf(named) === fileOf(use.node) ? faultIn(named) : null;
  if (use.does === 'configure' || SAFE_BY_DEFAULT.has(use.library.name)) return null;
  if (isPlainSecret(use) && hasSafeDefault(fileOf(use.node), use) && !strictly) return null;
  return { kind: 'missing', node: use.node };
}

/** A secret that is no key: for it jsonwebtoken 9 takes HMAC alone. What can't be told may well be one. */
const isPlainSecret = ({ identity, secret }: TokenUse): boolean =>
  identity.kind !== 'key-pair' && identity.kind !== 'key-set' && !(secret && isKeyFinder(secret));

/** `(header, done) => …`, which finds the public key for a key id. */
function isKeyFinder(secret: Node): boolean {
  const value = unwrapAwait(secret);
  return isFunction(value) || denote(value)?.kind === 'function';
}

/** https://github.com/auth0/node-jsonwebtoken/wiki/Migration-Notes:-v8-to-v9: the key's type decides since version 9. */
function hasSafeDefault(file: BackendFile, { library }: TokenUse): boolean {
  const owner = file.project.findPackage(file.path);
  if (library.name === 'jwt-simple' || library.name === 'express-jwt') return false;
  const version = library.name === 'jsonwebtoken' ? owner?.version('jsonwebtoken') : null;
  return !version || version.major >= 9;
}

function faultIn(named: Node): AlgorithmFault | null {
  const elements = alternatives(named).flatMap((value) =>
    value.type === 'ArrayExpression'
      ? value.elements.flatMap((each) => (each && each.type !== 'SpreadElement' ? [each as Node] : []))
      : [value],
  );
  if (elements.some((each) => isFromToken(each))) return { kind: 'from-token', node: named };
  const names = elements.map((each) => {
    const value = unwrapAwait(each);
    return textOf(value) ?? (value.type === 'MemberExpression' ? memberName(value) : null);
  });
  if (names.some((name) => name?.toLowerCase() === 'none')) return { kind: 'none', node: named };
  const isMixed =
    names.some((name) => name?.startsWith('HS')) && names.some((name) => /^(?:RS|ES|PS|Ed)/.test(name ?? ''));
  return isMixed ? { kind: 'mixed', node: named } : null;
}

/** `decoded.header.alg`: what the token says of itself. */
function isFromToken(node: Node, hops = 0): boolean {
  const value = unwrapAwait(node);
  if (hops > 6) return false;
  switch (value.type) {
    case 'MemberExpression':
      return isFromToken(value.object, hops + 1);
    case 'Identifier': {
      const binding = getBinding(value);
      return binding.kind === 'value' && binding.init !== null && isFromToken(binding.init, hops + 1);
    }
    case 'CallExpression': {
      if (rowOf(denote(value.callee))?.decode) return true;
      const first = value.arguments[0];
      return (
        /decode|parse/i.test(calleeText(value)) &&
        first !== undefined &&
        first.type !== 'SpreadElement' &&
        /token|header|jwt|split/i.test(sourceText(first))
      );
    }
    default:
      return false;
  }
}

const calleeText = (call: TSESTree.CallExpression): string => sourceText(call.callee);

/** The algorithm that this project signs with: for the same secret, else the only one that it names or takes. Null where that isn't known. */
export function findSigningAlgorithm(use: TokenUse): string | null {
  const file = fileOf(use.node);
  const { project } = file;
  const paths = new Set([file.path, ...project.filesMentioning(file.path, /jsonwebtoken|jwt|jose/)]);
  const signs = [...paths].flatMap((path) => {
    const other = path === file.path ? file : project.open(path);
    return other && (other.kind === 'source' || other.kind === 'config')
      ? tokensOf(other).filter(({ does }) => does !== 'verify')
      : [];
  });
  const same = signs.filter(({ identity }) => isSameSecret(identity, use.identity));
  const near = same.filter(({ node }) => fileOf(node) === file);
  const chosen = near.length > 0 ? near : same.length > 0 ? same : signs;
  const names = new Set(chosen.flatMap(({ algorithm }) => algorithm?.names ?? []));
  return names.size === 1 ? [...names][0]! : null;
}

/** Properties of options that the library reads from nowhere in a check: `algorithm` in place of `algorithms`. */
export function findIgnoredOption(use: TokenUse): TSESTree.Property | null {
  if (use.does !== 'verify' || !/^(?:jsonwebtoken|nestjs-jwt|express-jwt|koa-jwt|passport-jwt)$/.test(use.library.name))
    return null;
  for (const position of use.row.algorithm) {
    if (!position.endsWith('.algorithms')) continue;
    const found = said(use, [position.replace(/algorithms$/, 'algorithm')]);
    if (typeof found === 'string') continue;
    const { parent } = found;
    if (parent?.type === 'Property' && keyName(parent.key, parent.computed) === 'algorithm') return parent;
  }
  return null;
}
