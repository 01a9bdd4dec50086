import type { KindSet } from '../../model/flow.js';
import { sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isFunction } from '../../syntax/nodes.js';
import { allOf, allReturns } from '../../syntax/walk.js';
import { findCalled } from '../entities.js';
import { leaves } from '../guards.js';
import { constantOf } from '../values.js';
import { impliedKinds } from './checks.js';
import { ALL, kinds, NONE } from './kinds.js';
import { sharesOrigin } from './derivation.js';

const PRIVATE = /private|loopback|internal|127\.|169\.254|ipaddr|isIP|lookup|blocklist|metadata/i;

/** How many calls deep a check hands the address on. */
const MOST_CALLS = 2;
const lookups = new WeakMap<FunctionNode, boolean>();

/** A function that looks at where an address leads, itself or by what it calls: what redirects lead to it doesn't see. */
export const lookedUpKinds = (fn: FunctionNode): KindSet => (looksUp(fn, MOST_CALLS) ? kinds('private') : NONE);

function looksUp(fn: FunctionNode, calls: number): boolean {
  const known = lookups.get(fn);
  if (known !== undefined) return known;
  lookups.set(fn, false);
  const found =
    PRIVATE.test(sourceText(fn)) ||
    (calls > 0 &&
      allOf(fn, ['CallExpression']).some((call) => {
        const inner = VETS.test(calleeName(call) ?? '') ? findCalled(call) : null;
        return inner !== null && looksUp(inner, calls - 1);
      }));
  // An answer cut short by the depth is good for this question only.
  if (found || calls === MOST_CALLS) lookups.set(fn, found);
  else lookups.delete(fn);
  return found;
}

const VETS = /assert|valid|ensure|check|safe|guard|allowed|pinned|^resolve\w*(?:Host|Addr)/i;

/** `const url = await assertPublicUrl(given)`: what a function that looks at addresses gives back has been looked at. */
export const vettedKinds = (call: TSESTree.CallExpression, fn: FunctionNode): KindSet =>
  VETS.test(calleeName(call) ?? '') ? lookedUpKinds(fn) : NONE;

/** What a test that can't be looked into says by its name; a valid address is no allowed one. */
function kindsByName(name: string, truth: boolean): KindSet {
  if (/^is(?:Private|Internal|Local|Loopback|Reserved)/.test(name)) return truth ? NONE : kinds('private');
  if (!truth || !/^(?:is|has|can)(?:Safe|Allowed|Valid|Trusted|Permitted|Within|Inside|Sub|Contained)/.test(name))
    return NONE;
  return /Valid\w*(?:Url|Uri|Link|Http)/i.test(name) ? NONE : ALL;
}

/** `isAllowed(x)`: a function of the project's that answers with such a test; of others the name says whether it is one. */
export function impliedByPredicate(call: TSESTree.CallExpression, subject: Node, truth: boolean): KindSet {
  const index = call.arguments.findIndex((argument) => sharesOrigin(argument, subject));
  if (index < 0) return NONE;
  const fn = findCalled(call);
  if (!fn) return kindsByName(calleeName(call) ?? '', truth);
  return predicateKinds(fn, index, truth) | lookedUpKinds(fn);
}

const predicates = new WeakMap<FunctionNode, Map<string, KindSet>>();

/** What an answer of a predicate says of its argument: by every `return` that can give it. */
export function predicateKinds(fn: FunctionNode, index: number, truth: boolean): KindSet {
  let memo = predicates.get(fn);
  if (!memo) predicates.set(fn, (memo = new Map<string, KindSet>()));
  const key = `${index}:${truth}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  // A predicate that asks itself says nothing by that.
  memo.set(key, NONE);
  const set = findPredicateKinds(fn, index, truth);
  memo.set(key, set);
  return set;
}

function findPredicateKinds(fn: FunctionNode, index: number, truth: boolean): KindSet {
  const parameter = fn.params[index];
  if (parameter?.type !== 'Identifier') return NONE;
  const returned = allReturns(fn).filter((each) => constantOf(each) !== !truth);
  if (returned.length === 0) return NONE;
  return returned.reduce((set, each) => {
    const implied = impliedKinds(each, parameter, truth);
    // `if (!ok(x)) return false; return true`: the way to the answer says it.
    return set & (implied | (constantOf(each) === truth ? pathKinds(each, parameter) : NONE));
  }, ALL);
}

/** What the checks before an answer leave. */
function pathKinds(node: Node, subject: Node): KindSet {
  let set = NONE;
  let inner: Node = node;
  for (let up = node.parent; up && !isFunction(up); up = up.parent) {
    if (up.type === 'IfStatement' && inner !== up.test) set |= impliedKinds(up.test, subject, inner === up.consequent);
    if (up.type === 'BlockStatement')
      for (const statement of up.body.slice(0, Math.max(0, up.body.indexOf(inner as never))))
        if (statement.type === 'IfStatement' && leaves(statement.consequent))
          set |= impliedKinds(statement.test, subject, false);
    inner = up;
  }
  return set;
}
