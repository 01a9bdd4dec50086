/** A SQL template: constant text, and holes where a JS value is inserted. Holes are numbered from 0 in order of appearance. */
export type SqlPiece = { kind: 'text'; text: string } | { kind: 'hole' };

export type StatementKind = 'select' | 'insert' | 'update' | 'delete' | 'ddl' | 'transaction' | 'notify' | 'other';

/** The clause of the nearest enclosing query a token belongs to. `start` is before the first keyword. */
export type Clause =
  | 'start'
  | 'with'
  | 'select'
  | 'from'
  | 'join'
  | 'on'
  | 'using'
  | 'where'
  | 'group by'
  | 'having'
  | 'window'
  | 'order by'
  | 'limit'
  | 'offset'
  | 'lock'
  | 'union'
  | 'into'
  | 'values'
  | 'update'
  | 'set'
  | 'delete'
  | 'conflict'
  | 'returning'
  | 'when'
  | 'call'
  | 'other';

/**
 * What a hole is to the database.
 * `placeholder`: part of a parameter's name or number (`$${i}`, `:id_${i}`), so no value is inserted at all.
 */
export type HoleRole =
  'value' | 'quoted' | 'identifier' | 'keyword' | 'list' | 'fragment' | 'limit' | 'placeholder' | 'unknown';

/** Why no bind parameter may stand where the hole stands. */
export type UnbindableReason =
  | 'identifier'
  | 'keyword'
  | 'fragment'
  | 'placeholder'
  | 'comment'
  | 'dollar-quoted'
  | 'ddl'
  | 'utility-statement'
  | 'multiple-statements'
  | 'interval-literal'
  | 'typed-literal'
  | 'string-prefix'
  | 'json-path'
  | 'group-by'
  | 'bare-top'
  | 'dynamic-sql';

export type Quote = "'" | '"' | '`' | '[' | '$';

export interface HolePosition {
  role: HoleRole;
  /** The quotes the hole stands in, if any. */
  quote?: Quote;
  /** The text inside the same quotes before the hole (another hole ends it). Present only inside quotes. */
  before?: string;
  after?: string;
  /** The column the value is compared with, assigned to or inserted in. */
  column?: string;
  clause: Clause;
  bindable: boolean;
  reason?: UnbindableReason;
}

export type FilterOperator = '=' | 'in' | 'like' | 'other';

/** A condition that every row has to meet: one of the AND-ed conditions of the outermost WHERE. */
export interface Filter {
  column: string;
  operator: FilterOperator;
}

export type PlaceholderStyle = '$n' | '?' | ':name' | '@name' | '{name:type}';

export interface Placeholders {
  /** The style in use; null when there are none, or several. */
  style: PlaceholderStyle | null;
  count: number;
  /** The highest number among numbered placeholders (`$3`, `?3`), else 0. */
  highest: number;
}

export interface SqlAnalysis {
  kind: StatementKind;
  holes: HolePosition[];
  /** Plain names without schema, those of the outermost statement first; a table named by a hole is left out, and so are CTEs. */
  tables: string[];
  /** The result can't grow with the table: LIMIT, FETCH FIRST, TOP, ROWNUM on the outermost statement. */
  bounded: boolean;
  /** At most one row per evaluation: only aggregates, equality with a unique-looking column, or no FROM. */
  singleRow: boolean;
  grouped: boolean;
  hasWhere: boolean;
  filters: Filter[];
  joins: boolean;
  upsert: boolean;
  /** An assignment that reads the column it writes: `SET n = n + 1`. */
  increments: boolean;
  star: boolean;
  returning: boolean;
  /** An INSERT, UPDATE, DELETE or MERGE stands anywhere in the text, also in a CTE. */
  writes: boolean;
  placeholders: Placeholders;
}

export interface SqlOptions {
  /** The text is not a statement but what follows this clause's keyword: `where` for `whereRaw(text)`, `order by` for `orderByRaw(text)`. */
  clause?: Clause;
  /** What double quotes mean. `guess` (the default): a string where the right side of a comparison or a row value stands, else an identifier. */
  doubleQuotes?: 'identifier' | 'string' | 'guess';
}
