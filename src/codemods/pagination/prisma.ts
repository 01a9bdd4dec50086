import { sourceText, type BackendFile } from '../../model/file.js';
import type { TSESTree } from '../../syntax/ast.js';
import { findProperty, unwrap } from '../../syntax/nodes.js';
import type { Edits } from '../edits.js';
import { styleOf } from '../project/style.js';
import type { Paging, Unpaged } from './paging.js';
import { idOf } from './schema.js';

/** Prisma's `findMany`, which has cursors of its own. */
export function prismaPaging(file: BackendFile, start: TSESTree.CallExpression): Paging | Unpaged {
  const entity = /(\w+)\.findMany$/.exec(sourceText(start.callee))?.[1];
  if (entity === undefined) return { why: "it is not read by Prisma's findMany" };
  const id = idOf(file, entity);
  if ('why' in id) return id;
  const why = whyNot(start);
  return why === null ? { id: id.type, run: start, apply: (edits) => pageQuery(edits, file, start) } : { why };
}

function whyNot(start: TSESTree.CallExpression): string | null {
  const options = start.arguments[0] && unwrap(start.arguments[0]);
  if (!options) return null;
  if (options.type !== 'ObjectExpression' || options.properties.some((each) => each.type === 'SpreadElement'))
    return 'the options of its query are put together elsewhere';
  if (findProperty(options, 'skip') || findProperty(options, 'cursor') || findProperty(options, 'distinct'))
    return 'its query skips or is distinct already';
  const select = findProperty(options, 'select');
  const selected = select && unwrap(select.value);
  if (selected && !(selected.type === 'ObjectExpression' && findProperty(selected, 'id')))
    return 'its query does not select the id, which the cursor is made of';
  const order = findProperty(options, 'orderBy');
  return order && !/^(?:Object|Array)Expression$/.test(unwrap(order.value).type)
    ? 'the order of its query is made elsewhere'
    : null;
}

/** One row more than the page, in an order in which no two rows are equal. */
function pageQuery(edits: Edits, file: BackendFile, start: TSESTree.CallExpression): void {
  const bound = ['take: page.limit + 1', '...(page.cursor !== undefined && { cursor: { id: page.cursor }, skip: 1 })'];
  const argument = start.arguments[0] && unwrap(start.arguments[0]);
  if (argument?.type !== 'ObjectExpression') {
    const indent = /^[ \t]*/.exec(file.text.slice(file.text.lastIndexOf('\n', start.range[0]) + 1))![0];
    const { quote: mark, indent: step } = styleOf([file]);
    const lines = [`orderBy: { id: ${mark}asc${mark} }`, ...bound].map((line) => `${indent}${step}${line},\n`);
    const quoted = `{\n${lines.join('')}${indent}}`;
    if (argument) edits.replace(file, argument.range, quoted);
    else edits.insert(file, start.range[1] - 1, quoted);
    return;
  }
  const order = findProperty(argument, 'orderBy');
  const quote = styleOf([file]).quote;
  if (order) {
    const value = unwrap(order.value);
    const direction = /(['"])(asc|desc)\1(?![^]*['"](?:asc|desc)['"])/.exec(sourceText(value))?.[2] ?? 'asc';
    const tie = `{ id: ${quote}${direction}${quote} }`;
    const isById = /\bid\s*:/.test(sourceText(value));
    if (!isById && value.type === 'ArrayExpression' && value.elements.length > 0)
      edits.insert(file, value.elements.at(-1)!.range[1], `, ${tie}`);
    else if (!isById) {
      edits.insert(file, value.range[0], '[');
      edits.insert(file, value.range[1], `, ${tie}]`);
    }
  }
  const added = [...(order ? [] : [`orderBy: { id: ${quote}asc${quote} }`]), ...bound];
  const last = argument.properties.at(-1);
  if (!last) {
    edits.replace(file, argument.range, `{ ${added.join(', ')} }`);
    return;
  }
  const before = file.text.slice(argument.range[0], last.range[0]);
  const separator = before.includes('\n') ? `,\n${/[ \t]*$/.exec(before)![0]}` : ', ';
  edits.insert(file, last.range[1], separator + added.join(separator));
}
