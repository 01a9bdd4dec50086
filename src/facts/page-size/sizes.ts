import { fileOf } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { Node } from '../../syntax/ast.js';
import { unwrap } from '../../syntax/nodes.js';
import { builtText } from '../text.js';
import { argumentAt, findArgument, follow } from '../values.js';

/** The expressions that say how many rows a query may give: its `take`, `.limit(n)`, or what is bound to its LIMIT. */
export function pageSizesOf(query: Query): readonly Node[] {
  const sizes: Node[] = [];
  if (query.start.type === 'CallExpression')
    for (const position of query.row.bound ?? []) {
      const given = argumentAt(query.start, position);
      if (typeof given === 'string') continue;
      // Options of a paging plugin: `Model.paginate(filter, { limit, page })`.
      if (/^-?\d+$/.test(position)) {
        const limit = argumentAt(query.start, `${position}.limit`);
        if (typeof limit !== 'string') sizes.push(limit);
      } else sizes.push(given);
    }
  for (const { row, call, name } of query.links) {
    if (!row.bounds) continue;
    const given = call.arguments[name === 'range' ? 1 : 0];
    if (given && given.type !== 'SpreadElement' && unwrap(given).type !== 'ObjectExpression') sizes.push(given);
  }
  if (query.text) sizes.push(...valuesAfter(query, query.text, LIMIT, FIRST_PARAMETER));
  return sizes;
}

/** Options that are spread into a query's and may bring its page size: `findAll({ where, ...paging(req.query) })`. */
export function spreadSizesOf({ start, row }: Query): readonly { readonly node: Node; readonly name: string }[] {
  if (start.type !== 'CallExpression') return [];
  return (row.bound ?? []).flatMap((position) => {
    const [, index, name] = /^(\d+)\.(\w+)$/.exec(position) ?? [];
    const given = index === undefined ? undefined : start.arguments[Number(index)];
    const options = given && unwrap(given);
    if (name === undefined || options?.type !== 'ObjectExpression') return [];
    const size = argumentAt(start, position);
    // What stands in this file is told where it stands.
    if (size === 'absent' || (size !== 'unknown' && fileOf(size) === fileOf(start))) return [];
    return options.properties.flatMap((each) => (each.type === 'SpreadElement' ? [{ node: each.argument, name }] : []));
  });
}

const LIMIT = /\b(?:LIMIT|FETCH\s+(?:FIRST|NEXT)|TOP)\s*\(?\s*(?:\$(\d+)|(\?)|[:@](\w+)|\$$)?(?:::\w+)?\s*$/i;
const FIRST_PARAMETER = /\b(?:LIMIT|FETCH\s+(?:FIRST|NEXT)|TOP)\s*\(?\s*(?:\$(\d+)|(\?)|[:@](\w+))/i;

/** What stands after a keyword of SQL text: holes, and what the driver puts at the placeholder there. */
export function valuesAfter(query: Query, text: Node, keyword: RegExp, placeholder: RegExp): Node[] {
  const { parts } = builtText(text);
  const sizes: Node[] = [];
  let before = '';
  for (const piece of parts) {
    if (piece.kind === 'text') before += piece.text;
    else {
      if (keyword.test(before)) sizes.push(piece.node);
      before += '0';
    }
  }
  const bound = placeholder.exec(before);
  const value = bound && boundValue(query, before.slice(0, bound.index), bound);
  if (value) sizes.push(value);
  return sizes;
}

/** The value that the driver puts at a placeholder. */
function boundValue(query: Query, before: string, [, number, mark, name]: RegExpExecArray): Node | null {
  const { start } = query;
  if (start.type !== 'CallExpression') return null;
  const given = query.row.values ? findArgument(start, query.row.values) : null;
  const values = given && follow(given);
  if (name !== undefined)
    return values?.type === 'ObjectExpression' ? findArgument({ arguments: [values] }, [`0.${name}`]) : null;
  const index = number !== undefined ? Number(number) - 1 : mark ? (before.match(/\?/g)?.length ?? 0) : -1;
  if (values?.type === 'ArrayExpression') {
    const element = values.elements[index];
    return element && element.type !== 'SpreadElement' ? element : null;
  }
  // `statement.all(a, b)`: the values are the arguments.
  if (query.row.madeWith) {
    const argument = start.arguments[index];
    return argument && argument.type !== 'SpreadElement' ? argument : null;
  }
  return null;
}
