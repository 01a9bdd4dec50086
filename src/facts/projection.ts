import { allReturns } from '../syntax/walk.js';
import type { Node } from '../syntax/ast.js';
import { calleeName, isFunction } from '../syntax/nodes.js';
import { piecesOf } from './text.js';
import { follow } from './values.js';

/** Functions of query builders that reduce all rows to one value. */
const REDUCERS = /^(?:count|countAll|countDistinct|sum|sumDistinct|avg|avgDistinct|min|max)$/;
/** What builders hang on an expression without changing its number of rows. */
const TRIMMINGS = /^(?:as|mapWith|filterWhere|distinct|\$castTo|\$notNull)$/;
const REDUCING_TEXT = /^\s*(?:(?:coalesce|round|cast)\s*\(\s*)?(?:count|sum|avg|min|max)\s*\(/i;

/** Whether a selection (`{ n: count() }`, `(eb) => eb.fn.countAll().as('n')`, `'COUNT(*)'`) holds aggregates only. */
export function isAggregate(node: Node): boolean {
  const value = follow(node);
  switch (value.type) {
    case 'ObjectExpression':
      return (
        value.properties.length > 0 &&
        value.properties.every((property) => property.type === 'Property' && isAggregate(property.value))
      );
    case 'ArrayExpression':
      return value.elements.length > 0 && value.elements.every((element) => element !== null && isAggregate(element));
    case 'CallExpression': {
      const name = calleeName(value) ?? '';
      if (REDUCERS.test(name)) return true;
      return TRIMMINGS.test(name) && value.callee.type === 'MemberExpression' && isAggregate(value.callee.object);
    }
    case 'TaggedTemplateExpression':
      return isReducingText(value.quasi);
    case 'Literal':
    case 'TemplateLiteral':
      return isReducingText(value);
    default:
      return isFunction(value) && allReturns(value).length === 1 && isAggregate(allReturns(value)[0]!);
  }
}

function isReducingText(node: Node): boolean {
  const first = piecesOf(node)?.[0];
  return first?.kind === 'text' && REDUCING_TEXT.test(first.text);
}
