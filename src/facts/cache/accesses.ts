import type { CacheAccess } from '../../model/cache.js';
import type { Entity } from '../../model/entity.js';
import type { BackendFile } from '../../model/file.js';
import type { CacheRow } from '../../model/rows/cache.js';
import type { Node } from '../../syntax/ast.js';
import { enclosingFunction, literalText, memberName, unwrap } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { denote, findCalled, findRow, libraryOf, proofOf, rowOf } from '../entities.js';
import { namesFor } from '../scope.js';
import { argumentAt, follow } from '../values.js';

/** Every call of a file on a cache, in the order of the code. Maps and the project's own wrappers are none. */
export const cacheAccessesOf = (file: BackendFile): readonly CacheAccess[] => file.memo(findAccesses);

function findAccesses(file: BackendFile): CacheAccess[] {
  const found: CacheAccess[] = [];
  const add = (node: CacheAccess['node'], callee: Entity | null, row: CacheRow | undefined): void => {
    const library = libraryOf(callee);
    if (!row || !library) return;
    const at = (position: string | undefined): Node | null => {
      const given = position === undefined ? 'absent' : argumentAt(node, position);
      return typeof given === 'string' ? null : given;
    };
    const owner = callee?.kind === 'method' ? callee.owner : null;
    found.push({ node, row, library, owner, key: at(row.key), value: at(row.value), proof: proofOf(callee) });
  };
  for (const name of namesFor(file, 'cache'))
    for (const call of name === '' ? [] : (file.index.calls.get(name) ?? [])) {
      const callee = denote(call.callee);
      add(call, callee, rowOf(callee)?.cache);
    }
  for (const made of file.index.news) {
    const callee = denote(made.callee);
    if (callee?.kind === 'export') add(made, callee, findRow(callee)?.row.construct?.cache);
  }
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** The constant beginning of a key: `user:` of `` `user:${id}` ``, of `'user:' + id`, or of a helper that makes it; null where there is none. */
export function prefixOf(key: Node, hops = 0): string | null {
  const value = follow(key);
  const text = literalText(value);
  if (text !== null) return text;
  if (value.type === 'TemplateLiteral') {
    const head = value.quasis[0]!.value.cooked;
    // `${PREFIX}:${id}`
    const [first] = value.expressions;
    return head !== '' || !first || hops > 3 ? head || null : prefixOf(first, hops + 1);
  }
  if (value.type === 'BinaryExpression' && value.operator === '+' && hops < 6) return prefixOf(value.left, hops + 1);
  if (value.type === 'CallExpression' && hops < 4) {
    const fn = findCalled(value);
    const [returned] = fn ? allReturns(fn) : [];
    return returned ? prefixOf(returned, hops + 1) : null;
  }
  return null;
}

/** What names the purpose of an access: its key, the client, the function and class round it. */
export function purposeOf({ node, key }: CacheAccess, file: BackendFile): string {
  const fn = enclosingFunction(node);
  const callee = unwrap(node.callee);
  const client = callee.type === 'MemberExpression' ? file.text.slice(...callee.object.range) : '';
  const keyText = key ? `${prefixOf(key) ?? ''} ${file.text.slice(...key.range)}` : '';
  return `${keyText} ${client.slice(0, 80)} ${fn ? nameRound(fn) : ''}`;
}

function nameRound(node: Node): string {
  const names: string[] = [];
  for (let up: Node | undefined = node; up; up = up.parent) {
    if ((up.type === 'FunctionDeclaration' || up.type === 'ClassDeclaration') && up.id) names.push(up.id.name);
    else if (up.type === 'MethodDefinition' && up.key.type === 'Identifier') names.push(up.key.name);
    else if (up.type === 'VariableDeclarator' && up.id.type === 'Identifier') names.push(up.id.name);
    else if (up.type === 'Property' && !up.computed && up.key.type === 'Identifier') names.push(up.key.name);
  }
  return names.join(' ');
}

/** The name of a method called on a cache: `set`, `hset`. */
export function methodOf({ node }: CacheAccess): string {
  const callee = unwrap(node.callee);
  return callee.type === 'MemberExpression' ? (memberName(callee) ?? '') : '';
}
