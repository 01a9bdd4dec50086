import type { CookieRow } from './rows/cookies.js';
import type { PasswordRow } from './rows/passwords.js';
import type { DecodeRow } from './rows/tokens.js';
import type { JobRow } from './rows/jobs.js';
import type { LogRow } from './rows/logging.js';
import type { SinkRow, StepRow } from './rows/flow.js';
import type { CacheRow } from './rows/cache.js';
import type { OutgoingRow } from './rows/outgoing.js';
import type { ResponseRow } from './rows/responses.js';

/**
 * The form in which a library is described: the values that its modules export, the types of these values, and what
 * their members do. A library file is data of this form; the facts know how to read it. Type names are local to the
 * library (`Pool`) or qualified (`pg.Pool`).
 *
 * A *position* says where in a call something stands: `'0'` the first argument, `'1.secret'` a property of the
 * second, `'0.auth.pass'` a nested one, `'-1'` the last argument; for SQL texts `'0.*'` each element of a list.
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
  /** Where joined relations stand whose own filter narrows the rows: Sequelize's `include`. */
  readonly joins?: Position;
  /** The option that bounds: `take`. */
  readonly boundName?: string;
  /** The link that bounds: `limit`, for builders. */
  readonly boundLink?: string;
  /** Where the table or entity is named; by default the member before the method (`prisma.user.findMany`). */
  readonly entity?: Position;
  /**
   * What runs it: the call itself, or (builders, lazy clients) awaiting, returning or a running link. `batch`: it is a
   * query only when handed on in a list (`db.batch([db.prepare(…)])`). `later`: the client notes it and sends it with
   * its next `flush()`; there is nothing to await.
   */
  readonly run?: 'call' | 'await' | 'link' | 'batch' | 'later';
  /** The text stands in the call that made the receiver: `db.prepare(text).all()`. */
  readonly madeWith?: readonly Position[];
  /** Options that make it another operation when they are true: `{ '2.upsert': 'upsert' }`. */
  readonly flags?: Readonly<Record<Position, QueryOperation>>;
  /** Where the selected columns stand; nothing but aggregates there makes it a count. */
  readonly selects?: Position;
  /** Where the transaction or session is handed over, for clients that take it call by call. */
  readonly transaction?: readonly Position[];
  /** Gives the rows one by one or in batches. */
  readonly streams?: true;
  /** The argument is a command object whose own row (`construct.query`) says what is done: `client.send(new ScanCommand(…))`. */
  readonly command?: Position;
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
  /** As in `QueryRow`. */
  readonly flags?: Readonly<Record<Position, QueryOperation>>;
  readonly selects?: Position;
  /** Caught as cursor/offset paging by a plugin of the builder. */
  readonly pages?: true;
}

/** SQL text taken as it is: a raw door. */
export interface SqlRow {
  readonly text: readonly Position[];
  readonly values?: Position;
  /** How values are bound beside the text; null: by no means at this door. `tag`: the safe form is a template tag. */
  readonly placeholder: '$n' | '?' | ':name' | '@name' | '??' | 'tag' | null;
  /** The style is that of the database driver: `$n` with Postgres, `?` with MySQL and SQLite, `@0` with SQL Server. */
  readonly driver?: true;
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
  /** `GET`…, `ALL`, `QUERY`, `MUTATION`, `MESSAGE`; `'argument'`: an argument names it, or a list of them. */
  readonly verb: string;
  /** Which argument names the verb; the first by default. */
  readonly method?: Position;
  readonly path?: Position;
  /** Position of an options object that holds verb, path and handler (Fastify `route`, `createRoute`). */
  readonly options?: Position;
  /** Names of hooks in the options that stand before the handler. */
  readonly hooks?: readonly string[];
  /** The handler, where it is not the last argument. */
  readonly handler?: Position;
  /** The receiver carries the path: `router.route('/x').post(…)`. */
  readonly pathOf?: 'receiver';
  /** Only a function of the project makes it a route: `createServer(app)` serves the routes of `app`. */
  readonly own?: true;
  /** The options hold a table of routes under this name, and a handler of everything else: `Bun.serve({ routes, fetch })`. */
  readonly table?: { readonly name: string; readonly rest: string };
  /**
   * GraphQL fields by code: `field`: `(name, t => t.field({ resolve }))`; `fields`: `(t => ({ name: t.field(…) }))`, given
   * itself or as `fields` of the options. The position is the callback's or the options'.
   */
  readonly resolvers?: { readonly shape: 'field' | 'fields'; readonly at: Position };
}

/** `use`/`register`/`addHook`: what stands before later routes, or another router under a prefix. */
export interface MountRow {
  /** Where the path or prefix stands, if it is text: `'0'`, `'1.prefix'`. */
  readonly path?: Position;
  /** Holds for the whole application, not only for this router: Fastify plugins, NestJS global interceptors. */
  readonly global?: true;
  /**
   * The order of calls doesn't matter: Fastify gives a route all hooks of its instance. Elsewhere it stands before the
   * routes that come after it.
   */
  readonly anyOrder?: true;
  /** The path is matched whole, not as a prefix: `app.use('/x', mw)` of Hono covers `/x` alone. */
  readonly exact?: true;
  /** The first argument names the hook, and only these stand before a handler: `addHook('preHandler', …)`. */
  readonly hooks?: readonly string[];
  /**
   * What is handed in is a plugin: a function that is given an instance of its own (`register`), or another router that
   * keeps its hooks for itself. Only `shared` plugins (`fp(…)`, `{ as: 'global' }`) reach the routes beside them.
   */
  readonly plugin?: true;
  /** The last argument is a callback with a scope of its own (`app.group('/v1', (app) => …)`); hooks in the options. */
  readonly scope?: { readonly hooks: readonly string[] };
}

/** How files of a framework become routes by their place and exports. */
export interface FileConvention {
  /** Tested on the path from the package's folder, with forward slashes; its first group, if any, is the address. */
  readonly path: RegExp;
  /**
   * `verbs`: exported functions named GET, POST, …; `default`: the default export handles all verbs (or the one that
   * the file's name ends in); `handler`: an export of that name, or one annotated as an HTTP handler; `fetch`: a
   * default-exported object with `fetch`; `actions`: the functions of an exported object `actions` handle POST.
   */
  readonly exports: 'verbs' | 'default' | 'handler' | 'fetch' | 'actions';
  /** The types of the handler's parameters. */
  readonly params?: readonly (string | null)[];
  /** Where the convention only holds for packages that depend on one of these. */
  readonly dependencies?: readonly string[];
  /** Where the convention only holds for files whose text has this: a Lambda may serve HTTP or a queue. */
  readonly text?: RegExp;
}

/** Something that must not happen twice, other than a write. */
export interface EffectRow {
  readonly does: 'charge' | 'send' | 'enqueue' | 'publish' | 'call' | 'upload';
  /** Where a key stands that makes a repeat safe: `'1.idempotencyKey'`, `'2.jobId'`. */
  readonly key?: readonly Position[];
}

/** How tokens are signed or checked. Later positions of a list count where nothing stands at the earlier ones. */
export interface JwtRow {
  readonly does: 'sign' | 'verify' | 'configure';
  /** Where the secret or key stands. */
  readonly secret: readonly Position[];
  /** Where halves of a key pair stand; with one of them there, no secret is shared. */
  readonly keys?: readonly Position[];
  /** Where the algorithm, or the list of those allowed, is named. */
  readonly algorithm: readonly Position[];
  /** The algorithm that tokens signed with a string secret get when none is named; null: none is chosen here. */
  readonly default: 'HS256' | null;
  readonly payload?: Position;
  readonly issuer?: readonly Position[];
  readonly audience?: readonly Position[];
  /** Where the lifetime stands. */
  readonly expiry?: readonly Position[];
  /** What is not said here, the library's registration (`configure`) says: `JwtService.sign(payload)`. */
  readonly registered?: true;
  /** The options are what a function (or a class's `createJwtOptions`) at one of these positions gives. */
  readonly factory?: readonly Position[];
  /** A plugin: the call is `app.register(plugin, options)`, and positions count from the options. */
  readonly plugin?: true;
  /** Where a name stands by which the registration is used again. */
  readonly namespace?: Position;
  /** Links of a builder, each with the position in its call: `.setProtectedHeader({ alg })`. */
  readonly links?: {
    readonly algorithm: readonly [link: string, position: Position];
    readonly issuer: string;
    readonly audience: string;
    readonly expiry: string;
  };
  /**
   * How a key pair is written in place of the secret. `same`: the key stands where the secret stood; `renamed`: in an
   * option of its own (`privateKey`, `publicKey`); `both`: both halves as options; `object`: `{ private, public }`.
   */
  readonly asymmetric?: {
    readonly form: 'same' | 'renamed' | 'both' | 'object';
    readonly algorithms: readonly string[];
  };
}

/** Where entries lie: a browser's storage, a mobile app's plain files, cookies that scripts write, IndexedDB. */
export type StorageMedium = 'web' | 'native' | 'cookie' | 'database';

/** Storage on the client's side: where the key and the value of an entry stand. */
export interface StorageRow {
  /**
   * `entry`: the member itself is an entry (`localStorage.token`), so it belongs on a type's `others`. `handle`: the call
   * makes something that reads and writes an entry (`useLocalStorage('token')`). `persist`: the state of a store is kept.
   */
  readonly does: 'write' | 'read' | 'entry' | 'handle' | 'persist';
  readonly medium: StorageMedium;
  readonly key?: Position;
  readonly value?: Position;
  /** Several at once: a list of pairs, a list of keys, or an object of values by key. */
  readonly entries?: Position;
  /** Where another storage may be handed in, which then decides; without one it is `medium`. */
  readonly store?: Position;
  /** Something given here makes it the server's call, which can set httpOnly: `setCookie('a', v, { req, res })`. */
  readonly server?: readonly Position[];
  /** The same, given where the receiver was made: `new Cookies(req.headers.cookie)`. */
  readonly serverMade?: Position;
  readonly persist?: PersistRow;
}

/** Which part of a store's state is kept, and where. */
export interface PersistRow {
  /** Where the state, its initial value, its creator or reducer stands; all of them are looked at. */
  readonly state: readonly Position[];
  /** Where the options stand, first found wins; a list of them counts too. */
  readonly options: readonly Position[];
  /** Nothing is kept unless the options are there and not `false`. */
  readonly optIn?: true;
  /** The options that name the storage. */
  readonly store: readonly string[];
  /** The option that is a function from the state to the part kept. */
  readonly partial?: string;
  /** The options that list the paths kept, or left out. */
  readonly pick?: readonly string[];
  readonly omit?: readonly string[];
}

export interface CallbackRow {
  /** The callback's parameters by type, `null` where there is none worth naming. */
  readonly params: readonly (string | null)[];
  /** Functions with that many parameters are error handlers: they get the error before the others. */
  readonly errorArity?: number;
  /** Runs inside a transaction whose client is that parameter; -1: the client that the method is called on. */
  readonly transaction?: number;
}

/** What a property or method is, gives and does. */
export interface MemberRow {
  /** The type of the property itself. */
  readonly type?: string;
  /**
   * The property's type is that member of the type argument that its owner was made with: `new Hono<{ Bindings }>()`;
   * `<0>`: the argument itself, or what a function of that type gives.
   */
  readonly generic?: string;
  /** A call gives the member of that property of its owner which its first argument names: `c.get('db')` is `c.var.db`. */
  readonly keyed?: string;
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
  /** Sets a cookie. */
  readonly cookie?: CookieRow;
  /** Derives something from a password. */
  readonly password?: PasswordRow;
  /** Reads a token without checking it. */
  readonly decode?: DecodeRow;
  readonly storage?: StorageRow;
  readonly response?: ResponseRow;
  readonly log?: LogRow;
  readonly job?: JobRow;
  readonly outgoing?: OutgoingRow;
  readonly cache?: CacheRow;
  /** Gives an emitter whose 'error' event nobody handles by itself: unheard, it ends the process or the work. */
  readonly emits?: true;
  /** Where it takes values that must not be the client's as they came. */
  readonly sinks?: readonly SinkRow[];
  /** How its result is made of what it is given. Without it, nothing is known to flow through. */
  readonly flow?: StepRow;
  /** A step in the life of a connection or transaction that is driven by hand. */
  readonly step?: 'acquire' | 'release' | 'begin' | 'commit' | 'rollback' | 'flush';
  /** Positions that hold a secret; `''`: what is assigned to the property itself (`app.keys = […]`). */
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
  /** A plugin wrapped so reaches the routes beside it (`fastify-plugin`). */
  readonly shared?: true;
  /** A link of a procedure that puts a middleware before later resolvers: `procedure.use(mw)`; its position. */
  readonly procedure?: { readonly guard?: Position; readonly concat?: Position };
}

/**
 * `message`: what is sent otherwise than as a part of an HTTP request, and has a declared shape: arguments of GraphQL,
 * events of queues and buckets. `raw`: a request of another framework, whose members are its parts.
 */
export type RequestPart =
  'body' | 'query' | 'params' | 'headers' | 'cookies' | 'files' | 'message' | 'method' | 'url' | 'raw';

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
  /** What `this` is in functions assigned to members of such a value: `schema.statics.find = function () { … }`. */
  readonly self?: string;
  readonly extends?: string;
  readonly members?: Readonly<Record<string, MemberRow>>;
  /** Any other member: `prisma.<model>`. Names beginning with `$` or `_` are never meant. */
  readonly others?: MemberRow;
  /** Every call of an unlisted method gives the same value: a builder. */
  readonly chain?: true;
  /** What awaiting a value of it gives, where that is another type: a lazy query's document. */
  readonly awaited?: string;
  /** What `new x()` gives for a value that is itself a class: a Mongoose model. */
  readonly new?: string;
  /** What calling the value itself does: `knex('users')`. */
  readonly call?: MemberRow;
  /**
   * A function type: the types of the parameters of a function annotated with it (`const plugin: FastifyPluginAsync =
   * async (app) => …`). `'<0>'` is the annotation's first type argument.
   */
  readonly params?: readonly (string | null)[];
  /**
   * What a module gives that is loaded by a computed name and called with such a value:
   * `require(path.join(dir, file))(sequelize, DataTypes)`.
   */
  readonly loads?: string;
  /** The method by which the project adds members of its own: `app.decorate('db', db)` gives `app.db`. */
  readonly decorate?: string;
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
  /** What a plugin adds to another library's objects, by the last names of the path: `jwt.sign`, `jwtVerify`. */
  readonly decorates?: Readonly<Record<string, MemberRow>>;
  /** Files that are routes by their place. */
  readonly files?: readonly FileConvention[];
  /** The parameter of its handlers that is what the client sent, where no type says so: a resolver's `args`. */
  readonly input?: { readonly parameter: number; readonly part: RequestPart };
  /**
   * What parameters of these names are, in packages that depend on one of the library's modules, where nothing better
   * is known: `(req, res)` in a controller file, `(fastify)` in a plugin file.
   */
  readonly parameters?: Readonly<Record<string, string>>;
}
