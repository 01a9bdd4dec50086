/** The type of the ids that cursors are made of. */
export type IdType = 'string' | 'number' | 'uuid';

/** What such an id is in TypeScript. */
const typeOf = (id: IdType): string => (id === 'number' ? 'number' : 'string');

/** A malformed cursor gets a 400 here: the database would answer it with an error. */
const ZOD: Readonly<Record<IdType, string>> = {
  number: 'z.coerce.number().int().optional()',
  string: 'z.string().min(1).max(100).optional()',
  uuid: 'z.string().uuid().optional()',
};
const PATTERNS: Readonly<Record<IdType, string>> = {
  number: '/^\\d{1,15}$/',
  string: '/^[\\w-]{1,100}$/',
  uuid: '/^[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}$/i',
};

/** The module that reads a page's query and makes a page of rows: by zod where the project has it. */
export function pageTemplate(id: IdType, hasZod: boolean): string {
  return `${hasZod ? zodReader(id) : plainReader(id)}
/**
 * The page out of its rows and one more, which says that there is another page.
 * @returns \`nextCursor\` for the query of the next page; null on the last one
 */
export function pageOf«<Row extends { id: ${typeOf(id)} }>»(
  rows«: readonly Row[]»,
  { limit }«: Page»,
)«: { items: Row[]; nextCursor: string | null }» {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last && rows.length > limit ? String(last.id) : null };
}
`;
}

const PAGE = (id: IdType): string => `//ts
/** A page that a client asks for. */
export interface Page {
  readonly limit: number;
  /** The id of the last row that the client has. */
  readonly cursor?: ${typeOf(id)} | undefined;
}

//end
`;

const HEAD = '/** Reads `?limit=20&cursor=…` of a list; null where it is malformed, which deserves a 400. */';

const zodReader = (id: IdType): string => `import { z } from 'zod';

${PAGE(id)}const MAX_LIMIT = 100;

const schema = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(20),
  cursor: ${ZOD[id]},
});

${HEAD}
export function readPage(query«: unknown»)«: Page | null» {
  const page = schema.safeParse(query);
  return page.success ? page.data : null;
}
`;

const plainReader = (id: IdType): string => `${PAGE(id)}const MAX_LIMIT = 100;

${HEAD}
export function readPage(query«: unknown»)«: Page | null» {
  const { limit = '20', cursor } = query« as Record<string, unknown>»;
  const size = Number(limit);
  if (!Number.isInteger(size) || size < 1 || size > MAX_LIMIT) return null;
  if (cursor === undefined) return { limit: size };
  if (typeof cursor !== 'string' || !${PATTERNS[id]}.test(cursor)) return null;
  return { limit: size, cursor${id === 'number' ? ': Number(cursor)' : ''} };
}
`;
