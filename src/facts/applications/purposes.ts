import type { Purpose, PurposeProof } from '../../model/application.js';
import { fileOf, sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { allOf } from '../../syntax/walk.js';
import { unwrapAwait } from '../../syntax/nodes.js';
import { allCalled } from '../effects.js';
import { denote } from '../entities.js';
import { findRow } from '../library-rows.js';
import { moduleOf, nameOf } from '../guard-names.js';
import { follow } from '../values.js';
import { RECOGNISERS } from './recognisers.js';

/** How far into the project's functions that a middleware calls, and how many calls of one function are looked at. */
const MAX_DEPTH = 2;
const MAX_CALLS = 60;

/** Something that stands before handlers: where the code names it, and the function that it is, where that is known. */
export interface Standing {
  readonly node: Node;
  readonly fn: FunctionNode | null;
}

const OTHERS = ['error-handler', 'csrf', 'request-id'] as const;
const known = new WeakMap<Node, Map<Purpose, PurposeProof | null>>();

/**
 * Whether a middleware, hook, plugin, guard or wrapper serves a purpose: by the package that it comes from, by what its
 * function does (itself and in the project's functions that it calls), and last by its name, with proof `name`.
 */
export function purposeOf(standing: Standing, purpose: Purpose): PurposeProof | null {
  let answers = known.get(standing.node);
  if (!answers) known.set(standing.node, (answers = new Map<Purpose, PurposeProof | null>()));
  const answer = answers.get(purpose);
  if (answer !== undefined) return answer;
  answers.set(purpose, null);
  const found = find(standing, purpose);
  answers.set(purpose, found);
  return found;
}

export const serves = (standing: Standing, purpose: Purpose): boolean => purposeOf(standing, purpose) !== null;

function find({ node, fn }: Standing, purpose: Purpose): PurposeProof | null {
  if (isFromPackage(node, purpose)) return { proof: 'import', node };
  const { does, named, not } = RECOGNISERS[purpose];
  const name = nameOf(node);
  const isNotMeant = name !== null && not?.test(name) === true;
  // What handles errors or forged requests speaks of authorization, and asks nobody who they are.
  if (purpose === 'authentication' && name !== null && OTHERS.some((other) => RECOGNISERS[other].named.test(name)))
    return null;
  if (fn) {
    const inner = findInside(fn, purpose, isNotMeant ? undefined : does, 0, new Set());
    if (inner) return { proof: 'import', node: inner };
  } else {
    // `const headers = [helmet(), …]`, `{ validationRules: [depthLimit(5)] }`: what the name stands for.
    const definition = follow(unwrapAwait(node));
    if (definition !== node && !isNotMeant && does && /Function|Class|Call|New|Object|Array/.test(definition.type)) {
      const text = sourceText(definition);
      if (text.length < 4000 && does.test(text)) return { proof: 'import', node };
    }
  }
  if (name !== null && named.test(name) && !isNotMeant) return { proof: 'name', node };
  return null;
}

/** Whether an expression is a package's: `helmet()`, `express.json()`, `new Ratelimit()`. */
export function isFromPackage(node: Node, purpose: Purpose): boolean {
  const module = moduleOf(node);
  return module !== null && isListed(module, exportNameOf(node), purpose);
}

function isListed(module: string, name: string | null, purpose: Purpose): boolean {
  const { modules } = RECOGNISERS[purpose];
  return modules.some((entry) => {
    const [listed, member] = entry.split('#');
    if (listed!.endsWith('/') ? !module.startsWith(listed!) : listed !== module) return false;
    return member === undefined || (name !== null && (member === name || member.endsWith(`.${name}`)));
  });
}

/** The name that a package exports it under: `json` of `express.json()`. */
function exportNameOf(node: Node): string | null {
  const value = unwrapAwait(node);
  const called = value.type === 'CallExpression' || value.type === 'NewExpression' ? value.callee : value;
  const entity = denote(called);
  if (entity?.kind === 'export') return entity.path.filter((each) => each !== 'default').at(-1) ?? null;
  if (value.type === 'Identifier') {
    const followed = follow(value);
    if (followed !== value) return exportNameOf(followed);
  }
  return nameOf(node);
}

/** Where a function does it: a call of a listed package, or words that only such a function has. */
function findInside(
  fn: FunctionNode,
  purpose: Purpose,
  does: RegExp | undefined,
  depth: number,
  seen: Set<FunctionNode>,
): Node | null {
  if (seen.has(fn) || seen.size > 20) return null;
  seen.add(fn);
  if (does && depth < MAX_DEPTH && does.test(withoutComments(sourceText(fn)))) return fn;
  for (const call of allOf(fn, ['CallExpression']).slice(0, MAX_CALLS)) if (isPackageCall(call, purpose)) return call;
  if (depth >= MAX_DEPTH) return null;
  for (const { target } of allCalled(fn, fileOf(fn))) {
    const inner = findInside(target, purpose, does, depth + 1, seen);
    if (inner) return inner;
  }
  return null;
}

function isPackageCall(call: TSESTree.CallExpression, purpose: Purpose): boolean {
  const callee = call.callee;
  const root = callee.type === 'MemberExpression' ? callee.object : callee;
  // Only names that are imports, or made from them, can be a package's.
  return (callee.type === 'Identifier' || root.type === 'Identifier') && isFromPackage(call, purpose);
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*[^]*?\*\/|(?<![:'"`\w])\/\/.*$/gm, '');

/** Whether the package that an expression comes from is one whose exports are described: nothing more is in it. */
export const isDescribed = (node: Node): boolean => {
  const entity = denote(node);
  return entity?.kind === 'export' && findRow(entity) !== null;
};
