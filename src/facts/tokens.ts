import { dirname } from 'node:path';

import { fileOf, type BackendFile } from '../model/file.js';
import type { Library } from '../model/library.js';
import type { AlgorithmChoice, SecretIdentity, TokenUse } from '../model/token.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { isFunction, memberName, unwrap } from '../syntax/nodes.js';
import { identityOf, isSameSecret } from './tokens/identity.js';
import { linksOf } from './tokens/links.js';
import { tokenCallsIn, type TokenCall } from './tokens/calls.js';
import { alternatives, argumentAt, constantOf, follow, textOf } from './values.js';
import { isWithin } from '../syntax/file-names.js';

/**
 * Every place of a file where tokens are signed or checked, or where a library is told how to: the secret and what it
 * is, the algorithm and where it is chosen, issuer and audience. What a call leaves to the registration of its library
 * (`JwtModule`, @fastify/jwt) is taken from there, in whichever file of the package it stands.
 */
export const tokensOf = (file: BackendFile): readonly TokenUse[] => file.memo(findTokens);

/** The same without what registrations of other files add. */
const ownTokensOf = (file: BackendFile): readonly TokenUse[] => file.memo(findOwnTokens);

function findTokens(file: BackendFile): readonly TokenUse[] {
  return ownTokensOf(file).map((use) => (use.row.registered ? withRegistration(use, file) : use));
}

const findOwnTokens = (file: BackendFile): TokenUse[] => tokenCallsIn(file).map(read);

function read(call: TokenCall): TokenUse {
  const { row, node } = call;
  const links = row.links ? linksOf(node) : new Map<string, TSESTree.CallExpression>();
  const secret = secretOf(call);
  const hasPair = (row.keys ?? []).some((position) => typeof at(call.arguments, position) !== 'string');
  const identity: SecretIdentity = hasPair
    ? { kind: 'key-pair', name: null }
    : secret && secret !== 'unknown'
      ? identityOf(secret)
      : { kind: 'unknown' };
  // The payload of a builder is what it was made of.
  const payload = row.payload ?? (row.links ? '0' : null);
  const namespace = row.namespace === undefined ? 'absent' : at(call.arguments, row.namespace);
  return {
    does: row.does,
    library: call.library,
    row,
    node,
    arguments: call.arguments,
    secret: secret === 'unknown' ? null : secret,
    identity,
    algorithm: algorithmOf(call, links, secret, identity),
    issuers: [
      ...textsAt(call.arguments, row.issuer ?? []),
      ...linkTexts(links, row.links?.issuer),
      ...claim(call, payload, links, 'iss'),
    ],
    audiences: [
      ...textsAt(call.arguments, row.audience ?? []),
      ...linkTexts(links, row.links?.audience),
      ...claim(call, payload, links, 'aud'),
    ],
    links,
    namespace: typeof namespace === 'string' ? call.namespace : (textOf(namespace) ?? '?'),
    proof: call.proof,
  };
}

/** The secret as written; `unknown` where options of unknown content may hold it. */
function secretOf({ row, arguments: given }: TokenCall): Node | 'unknown' | null {
  let isUnknown = false;
  for (const position of row.secret) {
    const found = at(given, position);
    if (typeof found !== 'string') return found;
    isUnknown ||= found === 'unknown';
  }
  return isUnknown ? 'unknown' : null;
}

/** As `argumentAt`; a callback where options may stand holds none. */
export function at(given: TokenCall['arguments'], position: string): Node | 'absent' | 'unknown' {
  if (position.includes('.')) {
    const head = given[Number(position.slice(0, position.indexOf('.')))];
    if (head && head.type !== 'SpreadElement' && isFunction(unwrap(head))) return 'absent';
  }
  return argumentAt({ arguments: given }, position);
}

function algorithmOf(
  call: TokenCall,
  links: TokenUse['links'],
  secret: Node | 'unknown' | null,
  identity: SecretIdentity,
): AlgorithmChoice | null {
  const { row } = call;
  const linked = row.links && links.get(row.links.algorithm[0]);
  const named = linked
    ? firstNamed(linked.arguments, [row.links.algorithm[1]])
    : firstNamed(call.arguments, row.algorithm);
  if (named === 'unknown') return null;
  if (named) {
    const names = namesIn(named);
    if (!names) return null;
    // What stands in another file can't be reported from here.
    const isHere = fileOf(named) === fileOf(call.node);
    return { names, node: isHere ? named : (linked ?? call.node), how: 'named' };
  }
  if (row.default === null || secret === null || secret === 'unknown') return null;
  if (identity.kind === 'key-pair' || identity.kind === 'key-set') return null;
  return { names: [row.default], node: call.node, how: 'default' };
}

function firstNamed(given: TokenCall['arguments'], positions: readonly string[]): Node | 'unknown' | null {
  let isUnknown = false;
  for (const position of positions) {
    const found = at(given, position);
    if (typeof found !== 'string' && !isNothing(found)) return found;
    isUnknown ||= found === 'unknown';
  }
  return isUnknown ? 'unknown' : null;
}

const isNothing = (node: Node): boolean => {
  const value = unwrap(node);
  return value.type === 'Identifier' && value.name === 'undefined';
};

const ALGORITHM = /^(?:HS|RS|ES|PS)(?:256|384|512)K?$|^(?:EdDSA|Ed25519|none)$/;

/** The algorithms that an option names; null where that can't be told. */
function namesIn(node: Node): string[] | null {
  const names: string[] = [];
  for (const value of alternatives(node)) {
    if (value.type === 'ArrayExpression') {
      for (const element of value.elements) {
        const inner = element && element.type !== 'SpreadElement' ? namesIn(element) : null;
        if (inner) names.push(...inner);
      }
      continue;
    }
    const name = value.type === 'MemberExpression' ? memberName(value) : textOf(value);
    if (name !== null && ALGORITHM.test(name)) names.push(name);
  }
  return names.length > 0 ? names : null;
}

/** Constant texts at positions, lists opened. */
function textsAt(given: TokenCall['arguments'], positions: readonly string[]): string[] {
  return positions.flatMap((position) => {
    const found = at(given, position);
    return typeof found === 'string' ? [] : textsIn(found);
  });
}

function textsIn(node: Node): string[] {
  const value = follow(node);
  if (value.type === 'ArrayExpression')
    return value.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? textsIn(element) : []));
  const text = constantOf(value);
  return typeof text === 'string' ? [text] : [];
}

const linkTexts = (links: TokenUse['links'], name: string | undefined): string[] =>
  name === undefined
    ? []
    : (links.get(name)?.arguments ?? []).flatMap((each) => (each.type === 'SpreadElement' ? [] : textsIn(each)));

/** A claim written into the payload itself. */
function claim(call: TokenCall, payload: string | null, links: TokenUse['links'], name: string): string[] {
  if (payload === null) return [];
  const start = links.get('');
  return textsAt(start ? start.arguments : call.arguments, [`${payload}.${name}`]);
}

/** What the call leaves open, from the library's registration. */
function withRegistration(use: TokenUse, file: BackendFile): TokenUse {
  // Options that can't be read may hold anything.
  if (use.secret === null && use.row.secret.some((position) => at(use.arguments, position) === 'unknown')) return use;
  const hasOwn = use.secret !== null || use.identity.kind === 'key-pair';
  if (hasOwn && use.algorithm?.how !== 'default') return use;
  const registration = findRegistration(file, use.library, use.namespace);
  if (!registration) return use;
  if (!hasOwn) return { ...use, identity: registration.identity };
  const chosen = registration.algorithm;
  return chosen?.how === 'named' && use.algorithm
    ? { ...use, algorithm: { ...use.algorithm, names: chosen.names } }
    : use;
}

/** The registration that a file's calls of a library rest on: the nearest one in its package, else of the workspace. */
function findRegistration(file: BackendFile, library: Library, namespace: string): TokenUse | null {
  const { project } = file;
  const owner = project.findPackage(file.path);
  const mentioning = new Set(library.modules.flatMap((module) => project.filesMentioning(file.path, module)));
  const all: { readonly path: string; readonly use: TokenUse }[] = [];
  for (const path of new Set([file.path, ...mentioning])) {
    const other = path === file.path ? file : project.open(path);
    if (!other || (other.kind !== 'source' && other.kind !== 'config')) continue;
    for (const use of ownTokensOf(other))
      if (use.does === 'configure' && use.library === library && use.secret !== null && use.namespace === namespace)
        all.push({ path, use });
  }
  const inPackage = owner ? all.filter(({ path }) => isWithin(path, owner.dir)) : all;
  const candidates = inPackage.length > 0 ? inPackage : all;
  const [first, ...others] = candidates.sort((a, b) => closeness(b.path, file.path) - closeness(a.path, file.path));
  if (!first) return null;
  const isPlain = others.every(
    ({ path, use }) =>
      isSameSecret(use.identity, first.use.identity) || closeness(path, file.path) < closeness(first.path, file.path),
  );
  return isPlain ? first.use : null;
}

/** Every registration of a library in the package of a file (else of the workspace), under a namespace. */
export function registrationsOf(file: BackendFile, library: Library, namespace: string): readonly TokenUse[] {
  const { project } = file;
  const owner = project.findPackage(file.path);
  const paths = new Set([
    file.path,
    ...library.modules.flatMap((module) => project.filesMentioning(file.path, module)),
  ]);
  const all = [...paths].flatMap((path) => {
    const other = path === file.path ? file : project.open(path);
    if (!other || (other.kind !== 'source' && other.kind !== 'config')) return [];
    return ownTokensOf(other)
      .filter((use) => use.does === 'configure' && use.library === library && use.namespace === namespace)
      .map((use) => ({ path, use }));
  });
  const inPackage = owner ? all.filter(({ path }) => isWithin(path, owner.dir)) : all;
  return (inPackage.length > 0 ? inPackage : all).map(({ use }) => use);
}

/** How long the path is that two files share. */
function closeness(path: string, from: string): number {
  const [a, b] = [dirname(path), dirname(from)];
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}
