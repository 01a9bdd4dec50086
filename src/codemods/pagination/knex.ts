import { chainRound, linksOf } from '../../facts/schema/names.js';
import { enginesAt } from '../../facts/schema/engines.js';
import { textOf } from '../../facts/values.js';
import { sourceText, type BackendFile } from '../../model/file.js';
import type { TSESTree } from '../../syntax/ast.js';
import { calleeName, findProperty, unwrap } from '../../syntax/nodes.js';
import type { Edits } from '../edits.js';
import { inStyle, styleOf } from '../project/style.js';
import { knexColumns } from './knex-columns.js';
import { findOther, lineBefore, reasonAgainst, withTieBreak, type Order, type Paging, type Unpaged } from './paging.js';

/** Links after which one more condition still narrows the same rows: none of them is an OR, or text. */
const KNOWN =
  /^(?:select|columns?|from|table|into|orderBy|(?:and)?[wW]here|where(?:Not|In|NotIn|Null|NotNull|Between|NotBetween|Like|ILike|Exists|NotExists))$/;

type Sort = { readonly column: string; readonly isDescending: boolean };

/** A list that Knex's builder reads from one table. */
export function knexPaging(file: BackendFile, start: TSESTree.CallExpression): Paging | Unpaged {
  const chain = chainRound(start);
  const links = linksOf(chain);
  const isNamed = /^(?:select|from|table|into)$/.test(calleeName(start) ?? '');
  const rest = isNamed ? links : links.slice(1);
  if (links[0] !== start) return { why: 'its query is begun in a way that this codemod does not know' };
  const other = findOther(rest, KNOWN);
  if (other !== null) return { why: `its query has .${other}(), after which it can't put a condition` };
  if (
    rest.some((link) => /where$/i.test(calleeName(link) ?? '') && /\braw\(/.test(sourceText(link.arguments[0] ?? link)))
  )
    return { why: 'a condition of its query is raw SQL' };
  const source = isNamed ? rest.find((link) => /^(?:from|table|into)$/.test(calleeName(link) ?? '')) : start;
  const table = source?.arguments[0] ? textOf(source.arguments[0]) : null;
  if (table === null || !/^\w+$/.test(table)) return { why: "the table of its query isn't one plain name" };
  if (!selectsId(rest, table)) return { why: 'its query does not select the id, which the cursor is made of' };
  const sorts = sortsOf(rest, table);
  if (!sorts) return { why: 'the order of its query is made elsewhere' };
  const order = withTieBreak(sorts);
  if ('why' in order) return order;
  const columns = knexColumns(file, table);
  if (!columns)
    return { why: `no single migration here creates the table ${table}, so the type of its id is not known` };
  const why = reasonAgainst(order, columns, table, enginesAt(file.project, file.path));
  if (why !== null) return { why };
  const id = columns.get('id')!.type!;
  return { id, run: chain, apply: (edits) => pageChain(edits, file, chain, table, order) };
}

function selectsId(links: readonly TSESTree.CallExpression[], table: string): boolean {
  const selected = links
    .filter((link) => /^(?:select|columns?)$/.test(calleeName(link) ?? ''))
    .flatMap(({ arguments: given }) => given)
    .flatMap((each) => (each.type === 'ArrayExpression' ? each.elements : [each]))
    .map((each) => (each && each.type !== 'SpreadElement' ? textOf(each) : null));
  return selected.length === 0 || selected.some((name) => /^(?:\*|id)$/.test(name?.replace(`${table}.`, '') ?? ''));
}

/** What `orderBy` sorts by, in all of its forms; null where that can't be read. */
function sortsOf(links: readonly TSESTree.CallExpression[], table: string): Sort[] | null {
  const sorts: Sort[] = [];
  const add = (column: TSESTree.Node | undefined, direction: TSESTree.Node | undefined): boolean => {
    const name = column ? textOf(column)?.replace(`${table}.`, '') : null;
    const way = direction ? textOf(direction)?.toLowerCase() : 'asc';
    if (name == null || !/^\w+$/.test(name) || !/^(?:asc|desc)$/.test(way ?? '')) return false;
    sorts.push({ column: name, isDescending: way === 'desc' });
    return true;
  };
  for (const { arguments: given } of links.filter((link) => calleeName(link) === 'orderBy')) {
    const [first, direction] = given;
    if (!first || given.length > 2) return null;
    const list = unwrap(first);
    if (list.type !== 'ArrayExpression') {
      if (!add(list, direction)) return null;
      continue;
    }
    for (const each of list.elements) {
      const sort = each && unwrap(each);
      if (sort?.type !== 'ObjectExpression') {
        if (!sort || !add(sort, undefined)) return null;
      } else if (
        findProperty(sort, 'nulls') ||
        !add(findProperty(sort, 'column')?.value, findProperty(sort, 'order')?.value)
      )
        return null;
    }
  }
  return sorts;
}

function pageChain(edits: Edits, file: BackendFile, chain: TSESTree.CallExpression, table: string, order: Order): void {
  const style = styleOf([file]);
  const sign = order.isDescending ? '<' : '>';
  const { columns } = order;
  const marks = columns.map(() => '??').join(', ');
  const names = columns.map((name) => `'${name}'`).join(', ');
  const after =
    columns.length === 1
      ? `where('id', '${sign}', page.cursor)`
      : `whereRaw('(${marks}) ${sign} (select ${marks} from ?? where ?? = ?)', [${names}, ${names}, '${table}', 'id', page.cursor])`;
  const code = [
    `.where((rest) => {\n  if (page.cursor !== undefined) rest.${after};\n})`,
    ...(order.hasId ? [] : [order.isDescending ? ".orderBy('id', 'desc')" : ".orderBy('id')"]),
    '.limit(page.limit + 1)',
  ].join('\n');
  const line = lineBefore(file, chain);
  edits.insert(file, chain.range[1], `\n${inStyle(code, style)}`.replaceAll('\n', line));
}
