import { namesWith } from '../../libraries/registry.js';
import type { BackendFile } from '../../model/file.js';
import type { EffectRow, Position } from '../../model/library.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isFunction } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { denote, findRow, rowOf } from '../entities.js';
import { argumentAt, constantOf, follow, propertyIn } from '../values.js';
import { isGenerated } from './generated.js';

/** A call that does something outside the database: charges, sends, enqueues. */
export interface OutsideEffect {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly kind: EffectRow['does'];
  /** It is given a key by which the other side knows a repeat. */
  readonly isKeyed: boolean;
}

/** Every such call of a file, in the order of the code. */
export const outsideEffectsOf = (file: BackendFile): readonly OutsideEffect[] => file.memo(findOutsideEffects);

function findOutsideEffects(file: BackendFile): OutsideEffect[] {
  const found: OutsideEffect[] = [];
  const add = (node: OutsideEffect['node'], row: EffectRow | undefined): void => {
    if (row) found.push({ node, kind: row.does, isKeyed: (row.key ?? []).some((key) => isKeyAt(node, key)) });
  };
  for (const name of namesWith('effect'))
    for (const call of name === '' ? [] : (file.index.calls.get(name) ?? []))
      add(call, rowOf(denote(call.callee))?.effect);
  for (const made of file.index.news) {
    if (!/Command$/.test(calleeName(made) ?? '')) continue;
    const command = denote(made.callee);
    if (command?.kind === 'export') add(made, findRow(command)?.row.construct?.effect);
  }
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** Whether a key stands at a position, one that a repeat brings again. What can't be told counts as a key. */
function isKeyAt(call: OutsideEffect['node'], position: Position): boolean {
  const [list, rest] = position.split('[].') as [string, string | undefined];
  if (rest !== undefined) return isKeyInItems(argumentAt(call, list), rest);
  return isKey(argumentAt(call, position));
}

function isKey(given: Node | 'absent' | 'unknown'): boolean {
  if (typeof given === 'string') return given === 'unknown';
  const constant = constantOf(given);
  if (constant === null || constant === false || constant === '') return false;
  return !(given.type === 'Identifier' && given.name === 'undefined') && !isGenerated(given);
}

/** The same for every item of a list: `[{ opts: { jobId } }]`, `rows.map((row) => ({ opts: { jobId: row.id } }))`. */
function isKeyInItems(list: Node | 'absent' | 'unknown', path: string): boolean {
  if (typeof list === 'string') return list === 'unknown';
  const value = follow(list);
  let item: Node | null | undefined;
  if (value.type === 'ArrayExpression') item = value.elements[0];
  else if (value.type === 'CallExpression' && calleeName(value) === 'map') {
    const callback = value.arguments[0] && follow(value.arguments[0]);
    item = isFunction(callback) ? allReturns(callback)[0] : null;
  } else if (value.type === 'ObjectExpression') return false;
  if (!item || item.type === 'SpreadElement') return true;
  let current: Node = item;
  for (const name of path.split('.')) {
    const object = follow(current);
    if (object.type !== 'ObjectExpression') return true;
    const next = propertyIn(object, name);
    if (next === 'unknown') return true;
    if (!next) return false;
    current = next;
  }
  return isKey(current);
}
