/**
 * The form in which a library is described: the values that its modules export, the types of these values, and what
 * their members do. A library file is data of this form; the facts know how to read it. Type names are local to the
 * library (`Pool`) or qualified (`pg.Pool`).
 *
 * A *position* says where in a call something stands: `'0'` the first argument, `'1.secret'` a property of the
 * second, `'0.auth.pass'` a nested one, `'-1'` the last argument.
 */
export type Position = string;

export type LibraryKind =
  'http' | 'data' | 'tokens' | 'validation' | 'cache' | 'jobs' | 'logging' | 'clients' | 'node' | 'storage';

export type QueryOperation =
  | 'read-one'
  | 'read-many'
  | 'count'
  | 'create'
  | 'update'
  | 'delete'
  | 'upsert'
  /** SQL text decides. */
  | 'raw'
  /** A builder whose later links decide; until then it reads nothing. */
  | 'build';

/** A member (or a call result) that makes a query. */
export interface QueryRow {
  readonly op: QueryOperation;
  /** Where SQL text stands, first found wins. */
  readonly text?: readonly Position[];
  /** Where bound values stand. */
  readonly values?: readonly Position[];
  /** Where the filter stands: an object of columns, or options that hold it. */
  readonly where?: readonly Position[];
  /** Where a bound on the number of rows may stand: `'0.take'`. */
  readonly bound?: readonly Position[];
  /** Where the options object stands into which a bound would be written: `'0'`; null where there is none. */
  readonly options?: Position;
  /** The option that bounds: `take`. */
  readonly boundName?: string;
  /** The link that bounds: `limit`, for builders. */
  readonly boundLink?: string;
  /** Where the table or entity is named; by default the member before the method (`prisma.user.findMany`). */
  readonly entity?: Position;
  /** What runs it: the call itself, or (builders, lazy clients) awaiting, returning or a running link. */
  readonly run?: 'call' | 'await' | 'link';
}

/** What one link of a builder's chain says of the query. */
export interface LinkRow {
  /** Turns the query into another operation: `.insert()`, `.del()`, `.first()`. */
  readonly op?: QueryOperation;
  /** Bounds the rows: `.limit(n)`. */
  readonly bounds?: true;
  /**
   * Adds a filter. `columns`: `({ column: value })`, `(column, value)` or `(column, operator, value)`; `equal`:
   * `(column, value)` meaning equality; `in`: `(column, list)`; `expression`: built by functions (`eq(t.id, id)`);
   * `text`: SQL text; `other`: one that says nothing of the number of rows.
   */
  readonly where?: 'columns' | 'equal' | 'in' | 'expression' | 'text' | 'other';
  /** Names the table or entity. */
  readonly entity?: Position;
  /** Runs the query. */
  readonly runs?: true;
  /** Gives the rows one by one or in batches. */
  readonly streams?: true;
  readonly groups?: true;
  /** Reduces to one row per group: count, sum. */
  readonly aggregates?: true;
  /** A conflict is handled: `.onConflict().merge()`. */
  readonly conflict?: true;
  /** Caught as cursor/offset paging by a plugin of the builder. */
  readonly pages?: true;
}

/** SQL text taken as it is: a raw door. */
export interface SqlRow {
  readonly text: readonly Position[];
  readonly values?: Position;
  /** How values are bound beside the text; null: by no means at this door. `tag`: the safe form is a template tag. */
  readonly placeholder: '$n' | '?' | ':name' | '@name' | '??' | 'tag' | null;
  /** How a list is bound to one placeholder: `= ANY($1)`, `IN (?)`, `IN (:...ids)`. */
  readonly lists?: 'any' | 'expand' | 'none';
  /** The text is a part of a statement (`whereRaw`), not a whole one. */
  readonly fragment?: true;
  /** The values stand as further arguments (`$queryRawUnsafe(text, a, b)`), not as one list. */
  readonly spread?: true;
  /** The name of the safe tag, where the fix is one: `$queryRaw`, or `` sql `…` ``. */
  readonly tag?: string;
  /** The values go into a later call of the chain: `db.prepare(text).bind(a, b)`. */
  readonly bind?: readonly string[];
  /** An options object holds the values: `{ replacements: {…} }`. */
  readonly option?: string;
  /** Safe when its argument is constant only; a value belongs into the tag (`sql.raw`, `Prisma.raw`). */
  readonly escape?: 'raw';
}

/** A tagged template of the library: binds its holes, or pastes them. */
export interface TagRow {
  readonly binds: boolean;
  readonly returns?: string;
  readonly query?: QueryRow;
}

export interface RouteRow {
  /** `GET`…, `ALL`, `QUERY`, `MUTATION`; `'argument'`: the first argument names it. */
  readonly verb: string;
  readonly path?: Position;
  /** Position of an options object that holds verb, path and handler (Fastify `route`). */
  readonly options?: Position;
  /** Names of hooks in the options that stand before the handler. */
  readonly hooks?: readonly string[];
  /** The handler, where it is not the last argument. */
  readonly handler?: Position;
  /** The receiver carries the path: `router.route('/x').post(…)`. */
  readonly pathOf?: 'receiver';
}

/** `use`/`register`/`addHook`: what stands before later routes, or another router under a prefix. */
export interface MountRow {
  /** Where the path or prefix stands, if it is text: `'0'`, `'1.prefix'`. */
  readonly path?: Position;
  /** Holds for the whole application, not only for this router: Fastify plugins, NestJS global interceptors. */
  readonly global?: true;
}

/** How files of a framework become routes by their place and exports. */
export interface FileConvention {
  /** Tested on the path from the package's folder, with forward slashes. */
  readonly path: RegExp;
  /**
   * `verbs`: exported functions named GET, POST, …; `default`: the default export handles all verbs (or the one that
   * the file's name ends in); `handler`: an export of that name; `fetch`: a default-exported object with `fetch`.
   */
  readonly exports: 'verbs' | 'default' | 'handler' | 'fetch';
  /** The types of the handler's parameters. */
  readonly params?: readonly (string | null)[];
  /** Where the convention only holds for packages that depend on one of these. */
  readonly dependencies?: readonly string[];
}

/** Something that must not happen twice, other than a write. */
export interface EffectRow {
  readonly does: 'charge' | 'send' | 'enqueue' | 'publish' | 'call' | 'upload';
  /** Where a key stands that makes a repeat safe: `'1.idempotencyKey'`, `'2.jobId'`. */
  readonly key?: readonly Position[];
}

export interface JwtRow {
  readonly does: 'sign' | 'verify' | 'configure';
  readonly secret: readonly Position[];
  /** Where the algorithm is chosen. */
  readonly algorithm: readonly Position[];
  /** The algorithm that a string secret gets when none is named; null: an algorithm must be named. */
  readonly default: 'HS256' | null;
  /** Where issuer and audience are named. */
  readonly claims?: readonly Position[];
  /** Links of a builder that choose: `new SignJWT().setProtectedHeader({ alg }).sign(key)`. */
  readonly links?: { readonly algorithm: string; readonly issuer: string; readonly audience: string };
}

/** Web storage and its like: where the key and the value of an entry stand. */
export interface StorageRow {
  readonly does: 'write' | 'read';
  readonly key: Position | null;
  readonly value?: Position;
  /** The call makes a handle of an entry (`useLocalStorage('token')`, `atomWithStorage`): a read and a write. */
  readonly handle?: true;
  /** `persist` of a store: the state is what is written. */
  readonly persist?: { readonly state: Position; readonly options: Position };
  readonly medium: 'web' | 'native' | 'cookie' | 'database';
}

export interface CallbackRow {
  /** The callback's parameters by type, `null` where there is none worth naming. */
  readonly params: readonly (string | null)[];
  /** Runs inside a transaction whose client is that parameter. */
  readonly transaction?: number;
}

/** What a property or method is, gives and does. */
export interface MemberRow {
  /** The type of the property itself. */
  readonly type?: string;
  /** The type of a call's result (promises count as their value); `this` for a chain. */
  readonly returns?: string;
  /** The types of the parameters of functions handed in, by position. */
  readonly callbacks?: Readonly<Record<Position, CallbackRow>>;
  readonly query?: QueryRow;
  readonly link?: LinkRow;
  readonly sql?: SqlRow;
  readonly tag?: TagRow;
  readonly route?: RouteRow;
  readonly mount?: MountRow;
  readonly effect?: EffectRow;
  readonly jwt?: JwtRow;
  readonly storage?: StorageRow;
  /** Positions that hold a secret. */
  readonly secrets?: readonly Position[];
  /** A part of the request that the property (or the call's result) is. */
  readonly request?: RequestPart;
  /** A decorator of a class: its routes share a path (`@Controller('users')`). */
  readonly controller?: Position;
  /** A decorator of a class, method or parameter that puts guards, interceptors or pipes before the handler. */
  readonly guards?: true;
  /** Fields of an object literal given here are resolvers: `new ApolloServer({ resolvers: { Mutation: {…} } })`. */
  readonly resolvers?: Position;
  /** Wraps a handler: `asyncHandler(fn)`, `defineEventHandler(fn)`; the position of the function. */
  readonly wraps?: Position;
}

export type RequestPart = 'body' | 'query' | 'params' | 'headers' | 'cookies' | 'files' | 'method' | 'url' | 'raw';

/** A value that a module exports (or a global). */
export interface ExportRow extends MemberRow {
  /** The type that `new X()` gives; also the meaning of `x: X`. */
  readonly new?: string;
  /** The type whose members the class itself has: `Model.findAll()`. */
  readonly static?: string;
  /** The meaning of `x: X` where it is another type than `new` gives. */
  readonly annotation?: string;
  /** What constructing it does, beside giving a value. */
  readonly construct?: MemberRow;
}

export interface TypeRow {
  readonly extends?: string;
  readonly members?: Readonly<Record<string, MemberRow>>;
  /** Any other member: `prisma.<model>`. Names beginning with `$` or `_` are never meant. */
  readonly others?: MemberRow;
  /** Every call of an unlisted method gives the same value: a builder. */
  readonly chain?: true;
  /** What calling the value itself does: `knex('users')`. */
  readonly call?: MemberRow;
}

export interface Library {
  readonly name: string;
  readonly kind: LibraryKind;
  /** Module names, exact; a trailing `/*` takes any subpath too. */
  readonly modules: readonly string[];
  /** Modules by pattern: generated clients (`../generated/prisma/client`), tested on specifiers that resolve to no file. */
  readonly generated?: RegExp;
  /** Exported values by dotted path: `Pool`, `default`, `Knex.Transaction`, `*` for the module object itself. */
  readonly exports: Readonly<Record<string, ExportRow>>;
  /** Global names, of values and of types: `D1Database`, `Bun`. */
  readonly globals?: Readonly<Record<string, ExportRow>>;
  readonly types?: Readonly<Record<string, TypeRow>>;
  /** The type that a wrapper module stands for when `settings.backend.modules` names this library. */
  readonly client?: string;
  /** Files that are routes by their place. */
  readonly files?: readonly FileConvention[];
  /**
   * What parameters of these names are, in packages that depend on one of the library's modules, where nothing better
   * is known: `(req, res)` in a controller file, `(fastify)` in a plugin file.
   */
  readonly parameters?: Readonly<Record<string, string>>;
}
