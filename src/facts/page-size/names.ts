/** Names that say "so many rows at most" wherever they stand. */
const PLAIN =
  /^(?:page_?size|per_?page|page_?limit|items_?per_?page|results_?per_?page|rows_?per_?page|records_?per_?page|items_?per_?\w+|max_?results|max_?items|max_?rows|limit_?per_?page|num_?results|result_?limit|list_?limit|items?Per\w+Limit)$/i;
/** Names that say it among others of a list's query: a limit may be a budget, a size a file's. */
const AMONG = /^(?:limit|take|size|first|last|count|top|max|amount|rows|length|n|\$top|\$limit|_limit|\w+_?limit)$/i;
/** Limits of something else than rows. */
const OTHER_LIMIT =
  /(?:rate|credit|spend|spending|budget|upload|file|memory|time|daily|monthly|hourly|weekly|usage|quota|char|character|word|token|price|amount|withdrawal|transfer|loan|age|user|seat|member|concurrency|retry|depth|body|payload|request)s?_?limit$/i;

export const isPageSizeName = (name: string): boolean => PLAIN.test(name);
export const mayBePageSizeName = (name: string): boolean =>
  PLAIN.test(name) || (AMONG.test(name) && !OTHER_LIMIT.test(name));

/** What stands beside a page size in a list's query. */
const COMPANION =
  /^(?:page|page_?(?:number|no|index|num|token)|offset|skip|cursor|\w+Cursor|cursor\w+|after|before|start_?after|starting_?after|ending_?before|sort|sort_?(?:by|order|dir|direction|column|field)|order_?(?:by|dir|direction)|order|q|query|search|search_?(?:term|query|text|value)|keyword|keywords|filter|filters|where|status|from|to|since|until)$/i;
/** What stands in an answer: a page size beside these is told, not asked for. */
const TOLD =
  /^(?:total|total_?(?:pages|count|items|results)|page_?count|num_?pages|items|results|data|docs|rows|has_?(?:more|next|prev|next_?page|previous_?page)|next_?cursor|next_?page(?:_?token)?|end_?cursor|current_?page|remaining|reset|reset_?at|used|window|window_?ms)$/i;
const PAGING =
  /^(?:page|page_?(?:number|no|index|num|token)|offset|skip|cursor|\w+Cursor|cursor\w+|after|before|start_?after|starting_?after|ending_?before|sort|sort_?by|order_?by)$/i;

export const isCompanionName = (name: string): boolean => COMPANION.test(name);
export const isPagingName = (name: string): boolean => PAGING.test(name);
export const isToldName = (name: string): boolean => TOLD.test(name);
