import { findGlobal } from '../../libraries/registry.js';
import type { Entity } from '../../model/entity.js';
import type { BackendFile } from '../../model/file.js';
import type { Outgoing } from '../../model/outgoing.js';
import type { OutgoingRow } from '../../model/rows/outgoing.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { isFunction, literalText, unwrap } from '../../syntax/nodes.js';
import { denote, findRow, libraryOf, proofOf, rowOf } from '../entities.js';
import { namesFor } from '../scope.js';
import { findArgument, follow } from '../values.js';

/** Every request that a file sends, and every client that it makes for such, in the order of the code. */
export const outgoingOf = (file: BackendFile): readonly Outgoing[] => file.memo(findOutgoing);

/** Names under which values that are called themselves go: `axios(config)`, `http(url)`. */
const CALLABLE = /axios|got|ky|fetch|http|request|needle|agent|client|api/i;

function findOutgoing(file: BackendFile): Outgoing[] {
  const found: Outgoing[] = [];
  const add = (node: Outgoing['node'], callee: Entity | null, row: OutgoingRow | undefined): void => {
    const library = libraryOf(callee);
    if (!row || !library) return;
    found.push({
      node,
      row,
      library,
      owner: callee?.kind === 'method' ? callee.owner : callee?.kind === 'instance' ? callee : null,
      url: findArgument(node, row.url ?? []),
      options: findOptions(node, row),
      proof: proofOf(callee),
    });
  };
  const names = namesFor(file, 'outgoing');
  for (const [name, calls] of file.index.calls) {
    const isNamed = names.has(name);
    if (name === '' || (!isNamed && !(names.has('') && CALLABLE.test(name)))) continue;
    for (const call of calls) {
      if (!isNamed && unwrap(call.callee).type !== 'Identifier' && !isThisMember(call)) continue;
      const callee = denoteCallee(call, name);
      add(call, callee, rowOf(callee)?.outgoing);
    }
  }
  for (const made of file.index.news) {
    const callee = denote(made.callee);
    if (callee?.kind === 'export') add(made, callee, findRow(callee)?.row.construct?.outgoing);
  }
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** `globalThis.fetch(…)` is `fetch(…)`. */
function denoteCallee(call: TSESTree.CallExpression, name: string): Entity | null {
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression' && callee.object.type === 'Identifier') {
    const isGlobal = /^(?:globalThis|global|self|window)$/.test(callee.object.name) && findGlobal(name) !== null;
    if (isGlobal) return { kind: 'export', module: 'global', path: [name], proof: 'import' };
  }
  return denote(callee);
}

function isThisMember(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' && callee.object.type === 'ThisExpression';
}

/** The argument that holds the options: at one of the positions, and neither an address nor a callback. */
function findOptions(node: Outgoing['node'], row: OutgoingRow): Node | null {
  for (const position of row.options) {
    const given = node.arguments[Number(position)];
    if (given && given.type !== 'SpreadElement' && !isFunction(given) && !(position === '0' && isAddress(given)))
      return given;
  }
  return null;
}

/** Whether an expression gives an address rather than options: a text, a URL, or a name that says so. */
export function isAddress(node: Node): boolean {
  const value = follow(node);
  switch (value.type) {
    case 'Literal':
    case 'TemplateLiteral':
      return true;
    case 'BinaryExpression':
      return value.operator === '+';
    case 'NewExpression':
      return value.callee.type === 'Identifier' && /^(?:URL|Request)$/.test(value.callee.name);
    case 'LogicalExpression':
      return isAddress(value.left) || isAddress(value.right);
    case 'Identifier':
      return ADDRESS.test(value.name);
    case 'MemberExpression':
      return value.property.type === 'Identifier' && ADDRESS.test(value.property.name);
    case 'CallExpression': {
      const callee = unwrap(value.callee);
      const name = callee.type === 'MemberExpression' ? callee.property : callee;
      return (
        name.type === 'Identifier' &&
        /^(?:toString|concat|replace|join|trim)$|ur[il]$|link|path|endpoint/i.test(name.name)
      );
    }
    default:
      return false;
  }
}

const ADDRESS = /ur[il]s?$|link|href|path|endpoint|address|^[A-Z][A-Z0-9_]*$/i;

/** The constant beginning of the address of a request: `https://api.example.com/`, or null. */
export function originOf({ url }: Outgoing): string | null {
  if (!url) return null;
  const value = follow(url);
  const text = literalText(value);
  if (text !== null) return text;
  if (value.type === 'TemplateLiteral') return value.quasis[0]!.value.cooked;
  if (value.type === 'BinaryExpression') return literalText(follow(value.left));
  return null;
}
