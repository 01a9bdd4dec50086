import { readFileSync } from 'node:fs';

/** A part of PostgreSQL's parse tree: https://github.com/pganalyze/libpg_query, names as in PostgreSQL's `parsenodes.h`. */
export type PgNode = { readonly [key: string]: unknown };

/** What of the module that Emscripten makes is used here. */
interface PgModule {
  lengthBytesUTF8(text: string): number;
  stringToUTF8(text: string, at: number, size: number): void;
  UTF8ToString(at: number): string;
  getValue(at: number, type: 'i32'): number;
  _malloc(size: number): number;
  _free(at: number): void;
  _wasm_parse_query_raw(text: number): number;
  _wasm_free_parse_result(result: number): void;
}
interface PgOptions extends Partial<PgModule> {
  instantiateWasm(imports: object, receive: (instance: Instance) => void): object;
}
/** Node's WebAssembly, which the types of Node 20 don't declare. */
interface Instance {
  readonly exports: object;
}
interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => Instance;
}

let loaded: PgModule | null = null;

/**
 * The parser of PostgreSQL, as libpg-query carries it. The package's own door opens asynchronously (`loadModule`), and a
 * linter parses synchronously: so the module is made here, by its own factory, from compiled bytes (30 ms, once).
 */
function load(): PgModule {
  if (loaded) return loaded;
  const path = require.resolve('libpg-query/wasm/libpg-query.js');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded when the first SQL is read
  const make = require(path) as (options: PgOptions) => Promise<unknown>;
  const wasm = (globalThis as unknown as { readonly WebAssembly: Wasm }).WebAssembly;
  const options: PgOptions = {
    instantiateWasm(imports, receive) {
      const instance = new wasm.Instance(new wasm.Module(readFileSync(path.replace(/js$/, 'wasm'))), imports);
      receive(instance);
      return instance.exports;
    },
  };
  make(options).catch(() => {
    // The promise is of what comes after: a file system and standard streams, which parsing needs none of.
  });
  loaded = options as unknown as PgModule;
  return loaded;
}

/** What PostgreSQL reads in one statement, as `{ AlterTableStmt: { … } }`; null where it can't read it, or reads more than one. */
export function parsePostgres(statement: string): PgNode | null {
  const pg = load();
  const size = pg.lengthBytesUTF8(statement) + 1;
  const text = pg._malloc(size);
  let result = 0;
  try {
    pg.stringToUTF8(statement, text, size);
    result = pg._wasm_parse_query_raw(text);
    // `{ char *tree; char *stderr; PgQueryError *error }`
    if (!result || pg.getValue(result + 8, 'i32') !== 0) return null;
    const { stmts } = JSON.parse(pg.UTF8ToString(pg.getValue(result, 'i32'))) as { stmts?: { stmt: PgNode }[] };
    return stmts?.length === 1 ? stmts[0]!.stmt : null;
  } catch {
    // Nested too deep for its stack: what is left of the module can't be trusted.
    loaded = null;
    return null;
  } finally {
    if (loaded === pg) {
      pg._free(text);
      if (result) pg._wasm_free_parse_result(result);
    }
  }
}
