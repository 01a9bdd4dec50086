import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isFunction, memberName, outward, receiverOf, unwrap } from '../../syntax/nodes.js';
import { fileOf, sourceText } from '../../model/file.js';
import { findVariable } from '../bindings.js';
import { allCallers } from '../callers.js';
import { follow } from '../values.js';

/** Functions that give up on what they are handed: `withTimeout(promise, ms)`, `pTimeout(…)`, `raceWithDeadline(…)`. */
const GIVES_UP = /time_?out|deadline|abortable|^race$/i;
const RUNS = /^(?:execute|run|fire|call|wrap|schedule|add)$/;

/**
 * Whether the code round a call stops waiting for it: a race, a function that times out, a link of its chain (RxJS's
 * `timeout`, superagent's), a circuit breaker, or a request object that is given its time later.
 * @param link a method of the result that bounds it
 */
export function isBoundedOutside(call: Node, link: string | undefined): boolean {
  return isBoundedHere(call, link) || isBoundedFunction(call);
}

function isBoundedHere(call: Node, link: string | undefined): boolean {
  let inner: Node = call;
  for (let up = outward(call); up; inner = up, up = outward(up)) {
    switch (up.type) {
      case 'MemberExpression': {
        if (up.object !== inner && unwrap(up.object) !== unwrap(inner)) return false;
        const name = memberName(up);
        if (name === link || /^timeout(?:With)?$/.test(name ?? '')) return true;
        // `req.on('timeout', …)` and `.setTimeout(…)` of a request object.
        if (name === 'setTimeout') return true;
        break;
      }
      case 'CallExpression':
      case 'NewExpression': {
        if (isGivingUp(up)) return true;
        if (up.type === 'CallExpression' && isOperated(up)) return true;
        // Only the call's own chain and callbacks lead on; what stands among the arguments of another call is handed on.
        if (!isCallee(inner, up) && !isFunction(unwrap(inner))) {
          if (
            up.type === 'NewExpression' ||
            !/^(?:all|allSettled|any|from|firstValueFrom|lastValueFrom|defer|resolve)$/.test(calleeName(up) ?? '')
          )
            return false;
        }
        break;
      }
      case 'AwaitExpression':
      case 'ArrayExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'ReturnStatement':
      case 'ExpressionStatement':
      case 'BlockStatement':
      case 'TryStatement':
      case 'IfStatement':
      case 'AssignmentExpression':
        break;
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        if (outward(up)?.type === 'VariableDeclarator' || outward(up)?.type === 'Property') return false;
        break;
      case 'VariableDeclarator':
        return up.id.type === 'Identifier' && isNameBounded(up.id, link);
      case 'VariableDeclaration':
        break;
      default:
        return false;
    }
  }
  return false;
}

const isCallee = (inner: Node, call: TSESTree.CallExpression | TSESTree.NewExpression): boolean =>
  unwrap(call.callee) === unwrap(inner);

/** A call that gives up on its arguments: by its name, or by the policy that it is a method of. */
function isGivingUp(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const name = calleeName(call) ?? '';
  // A timer waits, it doesn't give up.
  if (/^(?:set|clear)Timeout$/.test(name)) return false;
  if (GIVES_UP.test(name)) return true;
  if (call.type === 'NewExpression') return /CircuitBreaker$/.test(name);
  const receiver = RUNS.test(name) ? receiverOf(call) : null;
  if (!receiver) return false;
  const policy = follow(receiver);
  return policy !== receiver && policy.type !== 'Identifier' && GIVES_UP.test(sourceText(policy));
}

/** `.pipe(map(…), timeout(5000))`. */
const isOperated = (call: TSESTree.CallExpression): boolean =>
  calleeName(call) === 'pipe' &&
  call.arguments.some((each) => {
    const operator = unwrap(each);
    return operator.type === 'CallExpression' && /^timeout(?:With)?$/.test(calleeName(operator) ?? '');
  });

/** `const req = https.request(…); req.setTimeout(…)`, `const pending = fetch(…); Promise.race([pending, …])`. */
function isNameBounded(id: TSESTree.Identifier, link: string | undefined): boolean {
  return (findVariable(id)?.references ?? []).some(({ identifier, init }) => {
    if (init === true) return false;
    const name = identifier as TSESTree.Identifier;
    const up = outward(name);
    if (up?.type === 'MemberExpression') {
      const member = memberName(up);
      if (member === link || member === 'setTimeout' || member === 'timeout') return true;
      const called = outward(up);
      const first = called?.type === 'CallExpression' ? called.arguments[0] : undefined;
      return /^(?:on|once)$/.test(member ?? '') && first?.type === 'Literal' && first.value === 'timeout';
    }
    if (up?.type === 'ArrayExpression') {
      const called = outward(up);
      return called?.type === 'CallExpression' && isGivingUp(called);
    }
    return up?.type === 'CallExpression' && isGivingUp(up);
  });
}

/** Whether every use of the function round the call gives up on it. */
function isBoundedFunction(call: Node): boolean {
  const fn = namedFunction(call);
  if (!fn) return false;
  const { text } = fileOf(call);
  const name = nameOf(fn);
  if (name === null) return false;
  // `new CircuitBreaker(callPartner, …)`, `withTimeout(callPartner)`: handed over by name.
  const handed = new RegExp(
    `(?:CircuitBreaker|[tT]imeout|[dD]eadline)\\w*\\(\\s*(?:this\\.)?${name.replaceAll('$', '\\$')}\\b`,
  );
  if (handed.test(text)) return true;
  const callers = allCallers(fn);
  return callers !== null && callers.length < 20 && callers.every((caller) => isBoundedHere(caller, undefined));
}

function namedFunction(node: Node): FunctionNode | null {
  for (let up = node.parent; up; up = up.parent) if (isFunction(up) && nameOf(up) !== null) return up;
  return null;
}

function nameOf(fn: FunctionNode): string | null {
  if (fn.type === 'FunctionDeclaration') return fn.id?.name ?? null;
  const { parent } = fn;
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (parent.type === 'MethodDefinition' && parent.key.type === 'Identifier') return parent.key.name;
  return null;
}
