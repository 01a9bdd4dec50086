import { findColumnEnding, findName, operandStart } from './operands.js';
import type { Frame, Scan, Section } from './scan.js';
import { isSqlTemplate } from './recognise.js';
import { readTemplate, type SqlTemplate } from './template.js';
import { isOperand } from './tokens.js';
import type { Filter, FilterOperator, Placeholders, SqlAnalysis, SqlOptions, SqlPiece } from './types.js';
import { AGGREGATES, KEYWORDS } from './words.js';

/** Columns that a table has one row for each value of, going by what everybody calls them. */
const UNIQUE_COLUMNS = /^(?:id|_id|pk|uuid|guid|ulid|rowid|ctid|email|username|user_name|slug|token)$/i;

/**
 * Analyses a SQL text with holes. Null when it isn't SQL, or when its quotes don't close. `options.clause` says that the text is
 * the inside of a clause (`whereRaw('…')`); then it isn't asked to look like SQL on its own.
 */
export function analyseSql(pieces: readonly SqlPiece[], options: SqlOptions = {}): SqlAnalysis | null {
  if (!options.clause && !isSqlTemplate(pieces)) return null;
  const template = readTemplate(pieces, options);
  return template && analyseTemplate(template);
}

/** What the statement does, from a template that has been read already. */
export function analyseTemplate(template: SqlTemplate): SqlAnalysis {
  const { scan, statement, holes } = template;
  const query = mainQuery(scan, statement.at);
  const { kind } = statement;
  const where = kind === 'insert' ? [] : sectionsOf(query, 'where');
  const filters = where.length === 1 && where[0] ? filtersOf(scan, where[0]) : [];
  const joins = hasJoin(scan, query);
  return {
    kind,
    holes,
    tables: tablesOf(scan, query),
    bounded: isBounded(scan, query),
    singleRow: kind === 'select' && isSingleRow(scan, query, filters, joins),
    grouped: sectionsOf(query, 'group by').length > 0,
    hasWhere: where.length > 0,
    filters,
    joins,
    upsert: isUpsert(scan, statement.at),
    increments: hasIncrement(scan),
    star:
      kind === 'select' &&
      selectItems(scan, query).some(([from, to]) => scan.tokens[to - 1]?.text === '*' && isStar(scan, from, to)),
    returning: sectionsOf(query, 'returning').length > 0,
    writes: hasWrite(scan),
    placeholders: placeholdersOf(template),
  };
}

/** The query whose rows the statement gives: the root, or the one that the whole text is put in parentheses round. */
function mainQuery(scan: Scan, at: number): Frame {
  const frame = scan.places[at]?.frame ?? scan.root;
  const plain = frame.kind === 'query' && frame.parent === scan.root && frame.close === scan.tokens.length - 1;
  return plain ? frame : scan.root;
}

const sectionsOf = (query: Frame, clause: Section['clause']): Section[] =>
  query.sections.filter((section) => section.clause === clause);

/** The token indices of a section that stand in no inner parentheses; an inner pair is there by its parentheses alone. */
function* topLevel(scan: Scan, start: number, end: number): Generator<number> {
  for (let at = start; at < end; at++) {
    yield at;
    const inner = scan.frameAt.get(at);
    if (inner && inner.open === at) at = Math.min(inner.close, end) - 1;
  }
}

/** Splits a section at its top-level commas. */
function splitAtCommas(scan: Scan, start: number, end: number): [number, number][] {
  const items: [number, number][] = [];
  let from = start;
  for (const at of topLevel(scan, start, end)) {
    if (scan.tokens[at]?.kind !== 'comma') continue;
    items.push([from, at]);
    from = at + 1;
  }
  if (from < end) items.push([from, end]);
  return items;
}

function isBounded(scan: Scan, query: Frame, seen: ReadonlySet<Frame> = new Set()): boolean {
  const { tokens } = scan;
  if (seen.has(query)) return false;
  for (const section of sectionsOf(query, 'limit')) {
    const words = tokens.slice(section.start, section.end);
    const unlimited = /^(?:ALL|NULL)$/.test(words[0]?.upper ?? '');
    // ClickHouse: LIMIT n BY column bounds each group, not the result.
    if (words.length > 0 && !unlimited && !words.some((token) => token.upper === 'BY')) return true;
  }
  for (const select of sectionsOf(query, 'select')) {
    const head = tokens.slice(select.start, select.start + 2);
    if (head.some((token) => token.upper === 'TOP')) return true;
  }
  for (const where of sectionsOf(query, 'where')) {
    for (const at of topLevel(scan, where.start, where.end)) {
      if (tokens[at]?.upper === 'ROWNUM' && /^<=?$|^=$/.test(tokens[at + 1]?.upper ?? '')) return true;
    }
  }
  return isBoundedBySource(scan, query, new Set([...seen, query]));
}

/** Reads from nothing but one bounded subquery or CTE, or is a UNION of bounded selects in parentheses. */
function isBoundedBySource(scan: Scan, query: Frame, seen: ReadonlySet<Frame>): boolean {
  const from = sectionsOf(query, 'from');
  const children = scan.frames.filter((frame) => frame.parent === query && frame.kind === 'query');
  if (sectionsOf(query, 'select').length === 0) {
    return (
      children.length > 0 &&
      sectionsOf(query, 'into').length === 0 &&
      children.every((child) => isBounded(scan, child, seen))
    );
  }
  if (from.length !== 1 || !from[0] || hasJoin(scan, query) || sectionsOf(query, 'union').length > 0) return false;
  const source = scan.frameAt.get(from[0].start);
  if (source?.kind === 'query') return isBounded(scan, source, seen);
  const name = scan.tokens[from[0].start]?.text.toLowerCase();
  return commonTables(scan).some((table) => table.name.toLowerCase() === name && isBounded(scan, table.query, seen));
}

interface CommonTable {
  name: string;
  query: Frame;
}

/** The `name AS ( … )` of a WITH. */
function commonTables(scan: Scan): CommonTable[] {
  const { tokens } = scan;
  const found: CommonTable[] = [];
  for (const frame of scan.frames) {
    if (frame.kind !== 'query' || frame.open < 2 || scan.places[frame.open]?.clause !== 'with') continue;
    let at = frame.open - 1;
    while (/^(?:MATERIALIZED|NOT)$/.test(tokens[at]?.upper ?? '')) at--;
    if (tokens[at]?.upper !== 'AS') continue;
    const columns = scan.frameClosedAt.get(at - 1);
    const name = findName(tokens, columns ? columns.open - 1 : at - 1);
    if (name !== null) found.push({ name, query: frame });
  }
  return found;
}

function hasJoin(scan: Scan, query: Frame): boolean {
  if (sectionsOf(query, 'join').length > 0) return true;
  return sectionsOf(query, 'from').some((from) => splitAtCommas(scan, from.start, from.end).length > 1);
}

/** The items of every SELECT list of the query (a UNION has several). */
function selectItems(scan: Scan, query: Frame): [number, number][] {
  return sectionsOf(query, 'select').flatMap((select) => {
    let { start } = select;
    while (/^(?:DISTINCT|ALL)$/.test(scan.tokens[start]?.upper ?? '')) start++;
    if (scan.tokens[start]?.upper === 'ON') start = (scan.frameAt.get(start + 1)?.close ?? start) + 1;
    if (scan.tokens[start]?.upper === 'TOP') start = (scan.frameAt.get(start + 1)?.close ?? start + 1) + 1;
    return splitAtCommas(scan, start, select.end);
  });
}

const isStar = (scan: Scan, from: number, to: number): boolean =>
  to - from === 1 || scan.tokens[to - 2]?.kind === 'dot';

function isSingleRow(scan: Scan, query: Frame, filters: Filter[], joins: boolean): boolean {
  if (sectionsOf(query, 'group by').length > 0) return false;
  const selects = sectionsOf(query, 'select').length;
  if (selects === 0) return false;
  if (sectionsOf(query, 'from').length === 0)
    return selects === 1 && !selectItems(scan, query).some(([from]) => isRowFunction(scan, from));
  const items = selectItems(scan, query);
  if (items.length > 0 && items.every(([from, to]) => isAggregate(scan, from, to))) return true;
  if (joins || selects > 1) return false;
  const table = tablesOf(scan, query)[0]?.toLowerCase();
  return filters.some(
    ({ column, operator }) => operator === '=' && (UNIQUE_COLUMNS.test(column) || isOwnId(column, table)),
  );
}

/** `user_id` or `userId` of the table `users`. */
function isOwnId(column: string, table: string | undefined): boolean {
  const owner = /^(.+?)_?id$/i.exec(column)?.[1]?.toLowerCase();
  return owner !== undefined && table !== undefined && (table === owner || table === `${owner}s`);
}

const isRowFunction = (scan: Scan, at: number): boolean =>
  /^(?:UNNEST|GENERATE_SERIES|JSONB?_ARRAY_ELEMENTS(?:_TEXT)?|JSONB?_EACH|REGEXP_SPLIT_TO_TABLE)$/.test(
    scan.tokens[at]?.upper ?? '',
  );

/** An aggregate that isn't computed over a window, perhaps inside another function or a cast: `COALESCE(SUM(x), 0)::int`. */
function isAggregate(scan: Scan, from: number, to: number): boolean {
  const { tokens } = scan;
  for (let at = from; at < to; at++) {
    if (tokens[at]?.upper === 'OVER') return false;
  }
  for (let at = from; at < to; at++) {
    const inner = scan.frameAt.get(at);
    if (inner?.kind === 'query' && inner.open === at) at = inner.close;
    else if (AGGREGATES.has(tokens[at]?.upper ?? '') && tokens[at + 1]?.kind === 'open') return true;
  }
  return tokens[from]?.upper === 'EXISTS';
}

/** The AND-ed conditions on columns between two tokens; none when an OR stands among them. */
function filtersOf(scan: Scan, { start, end }: { start: number; end: number }): Filter[] {
  const { tokens } = scan;
  const conditions: [number, number][] = [];
  let from = start;
  for (const at of topLevel(scan, start, end)) {
    const word = tokens[at]?.upper;
    if (word === 'OR') return [];
    if (word !== 'AND' || scan.betweenAnds.has(at)) continue;
    conditions.push([from, at]);
    from = at + 1;
  }
  conditions.push([from, tokens[end - 1]?.kind === 'semicolon' ? end - 1 : end]);
  return conditions.flatMap(([first, last]) => {
    const group = scan.frameAt.get(first);
    if (group?.kind === 'group' && group.close === last - 1)
      return filtersOf(scan, { start: first + 1, end: last - 1 });
    return filterOf(scan, first, last) ?? [];
  });
}

function filterOf(scan: Scan, first: number, last: number): Filter | null {
  const { tokens } = scan;
  for (const at of topLevel(scan, first, last)) {
    const token = tokens[at];
    const word = token?.upper ?? '';
    if (token?.kind !== 'operator' && !/^(?:IN|LIKE|ILIKE|BETWEEN|IS|NOT)$/.test(word)) continue;
    if (/^(?:->>?|#>>?|\*|\/|\+|-|\|\|)$/.test(word)) continue;
    if (at === first) return null;
    const column = findColumnEnding(scan, at - 1);
    const right = findName(tokens, last - 1);
    const literal = /^(?:TRUE|FALSE|NULL)$/i.test(right ?? '');
    const simple = findName(tokens, at - 1) !== null || tokens[at - 1]?.kind === 'close';
    if (column === null) {
      const other = word === '=' && tokens[last - 1]?.kind === 'close' ? findColumnEnding(scan, last - 1) : null;
      return other === null ? null : { column: other, operator: 'other' };
    }
    // column = column joins two tables
    if (word === '=' && right !== null && !literal && operandStart(scan, last - 1) === at + 1) return null;
    return { column, operator: operatorOf(scan, at, simple) };
  }
  return null;
}

function operatorOf(scan: Scan, at: number, simple: boolean): FilterOperator {
  const following = scan.tokens[at + 1]?.upper ?? '';
  switch (scan.tokens[at]?.upper) {
    case '=':
    case '==':
      return /^(?:ANY|SOME)$/.test(following) ? 'in' : simple ? '=' : 'other';
    case 'IN':
      return 'in';
    case 'LIKE':
    case 'ILIKE':
      return 'like';
    default:
      return 'other';
  }
}

/** Every table named, those of the main query first. */
function tablesOf(scan: Scan, query: Frame): string[] {
  const common = new Set(commonTables(scan).map((table) => table.name.toLowerCase()));
  const found: string[] = [];
  for (const frame of [query, ...scan.frames.filter((frame) => frame !== query && frame.kind === 'query')]) {
    for (const section of frame.sections) {
      if (!/^(?:from|join|into|update)$/.test(section.clause)) continue;
      for (const [from, to] of splitAtCommas(scan, section.start, section.end)) {
        const name = tableAt(scan, from, to);
        if (name !== null && !common.has(name.toLowerCase()) && !found.includes(name)) found.push(name);
      }
    }
  }
  return found;
}

function tableAt(scan: Scan, from: number, to: number): string | null {
  const { tokens } = scan;
  let at = from;
  while (KEYWORDS.has(tokens[at]?.upper ?? '') || /^(?:IGNORE|LOW_PRIORITY|TABLE)$/.test(tokens[at]?.upper ?? '')) at++;
  while (tokens[at + 1]?.kind === 'dot') at += 2;
  const isCall = tokens[at + 1]?.kind === 'open' && scan.frameAt.get(at + 1)?.kind === 'call';
  return at < to && !isCall ? findName(tokens, at) : null;
}

function isUpsert(scan: Scan, at: number): boolean {
  const { tokens } = scan;
  const word = tokens[at]?.upper;
  if (word === 'MERGE' || (word === 'REPLACE' && tokens[at + 1]?.upper === 'INTO')) return true;
  if (word !== 'INSERT') return false;
  if (
    tokens[at + 1]?.upper === 'IGNORE' ||
    (tokens[at + 1]?.upper === 'OR' && /^(?:IGNORE|REPLACE)$/.test(tokens[at + 2]?.upper ?? ''))
  ) {
    return true;
  }
  return scan.root.sections.some((section) => section.clause === 'conflict');
}

/** `SET x = x + 1`, also through COALESCE: what is assigned reads the column and adds to or takes from it. */
function hasIncrement(scan: Scan): boolean {
  const { tokens } = scan;
  return scan.frames.some((frame) =>
    sectionsOf(frame, 'set').some((section) =>
      splitAtCommas(scan, section.start, section.end).some(([from, to]) => {
        let equals = from;
        while (equals < to && tokens[equals]?.text !== '=') equals++;
        const column = findName(tokens, equals - 1)?.toLowerCase();
        if (column === undefined) return false;
        let reads = false;
        let adds = false;
        for (let at = equals + 1; at < to; at++) {
          reads ||= findName(tokens, at)?.toLowerCase() === column;
          adds ||= /^[+-]$/.test(tokens[at]?.text ?? '') && isOperand(tokens[at - 1]);
        }
        return reads && adds;
      }),
    ),
  );
}

const hasWrite = (scan: Scan): boolean =>
  scan.frames.some((frame) =>
    frame.sections.some(({ clause, start }) => {
      const word = scan.tokens[start - 1]?.upper ?? '';
      return (clause === 'into' && word !== 'INTO') || clause === 'update' || clause === 'delete';
    }),
  );

function placeholdersOf(template: SqlTemplate): Placeholders {
  const all = template.tokens.list.filter((token) => token.kind === 'placeholder');
  const styles = new Set(all.map((token) => token.style));
  const numbers = all.map((token) => Number(/^[$?](\d+)/.exec(token.text)?.[1] ?? 0));
  const [style] = styles;
  return {
    style: styles.size === 1 && style ? style : null,
    count: all.length,
    highest: numbers.reduce((highest, number) => Math.max(highest, number), 0),
  };
}
