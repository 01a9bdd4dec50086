import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';

const APPS = fileURLToPath(new URL('../apps', import.meta.url));
const rules = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`backend/${name}`, 'error' as const]));

function lint(code: string, filename: string, own?: Linter.Parser): Linter.LintMessage[] {
  return new Linter({ cwd: '/' }).verify(
    code,
    {
      files: ['**/*.{js,cjs,mjs,ts,tsx,jsx}'],
      plugins: { backend: plugin as never },
      rules,
      languageOptions: {
        sourceType: /^const \w+ = require|module\.exports/m.test(code) ? 'commonjs' : 'module',
        ...(own ? { parser: own } : {}),
        parserOptions: { ecmaFeatures: { jsx: true } },
      },
    },
    { filename },
  );
}

const faults = (messages: readonly Linter.LintMessage[]): string[] =>
  messages.filter(({ messageId }) => messageId === 'internalError').map(({ message }) => message);

/** Syntax that few services write and every analysis meets in the end. */
const ODD = [
  'export default class extends (null as any) { static { this.x = 1; } accessor y = 2; #z = 3; get [`a`]() { return this.#z; } }',
  'const { a: { b: [c = 1, ...d] = [] } = {}, ...rest } = f(); export { rest as "string name", c, d };',
  'import json from "./x.json" with { type: "json" }; export * as ns from "./self"; export * from "./self";',
  'let a = { ...a }; a = { ...a, ...a }; a.b = a; a.b.c = a?.b?.["c"]?.(...a); export { a };',
  'const x = x; const y = () => y(); let z = z || z; const [p, q] = [q, p]; y(x, z, p);',
  'function f(a = f(a), { b } = f, ...[c]) { return f`${a}${b}${c}`; } f.bind(f)().then(f).query(f);',
  'class A extends B {} class B extends A { m() { return super.m(); } } new A().m().find().all().get();',
  'label: for (const x of y) { for await (const z of x) { if (z) continue label; else break label; } }',
  'switch (a) { case b: default: case c: { d: { break d; } } } try { throw a } catch { } finally { }',
  'const pool = require("pg").Pool; pool.query; pool?.query?.(); new (require("pg").Pool)().query(...args); new pool``;',
  'enum E { A = 1, B = E.A << 2, "c-d" = "x" } namespace N.M { export const v = E["c-d"]; } declare module "m" { }',
  'type T<K extends keyof any> = { readonly [P in K]?: T<P>[P] } & (K extends infer U ? U : never); declare const t: T<"a">; t.a.a.a.query("SELECT 1");',
  'abstract class C<T> { constructor(private readonly db: import("pg").Pool, protected x?: T) {} abstract q(): this is C<T>; run(this: C<T>) { return this.db.query(`SELECT ${this.x}`); } }',
  '@D() @ns.E({ a: 1 }) export class F { @G() h!: string; constructor(@I() private j: K) {} @L() m(@N() o: P) {} }',
  'export = { query: async (text) => await db.query(text + text) };',
  'const a = <div {...b} onClick={() => localStorage["token"]}>{...c}</div>; const d = <><e.f /></>;',
  '(async () => { await using r = f(); using s = await g(); for (using t of u) {} })();',
  'var sql = ""; for (;;) sql += sql; while (1) sql = `${sql}${sql}`; do sql = sql.concat(sql, [sql].join(sql)); while (sql); db.query(sql);',
  'const o = { __proto__: null, get a() { return o.a; }, set a(v) { o.a = v; }, async *[Symbol.iterator]() { yield* o; }, "b-c"() {}, 1: 2, [`d`]: 3 };',
  'if (a) function g() {} else var h; with_: { const a = 1n ** 2n; a ||= b; c &&= d; e ??= f; }',
  'new.target; import.meta.url; import("./" + x); import(`./y`); require(z); require(); require.resolve("a");',
  `${'('.repeat(200)}a${')'.repeat(200)}; ${'a.b('.repeat(300)}${')'.repeat(300)}; const s = ${'"x" + '.repeat(500)}y;`,
];

describe('no rule throws', () => {
  it.each(ODD.map((code) => [code.slice(0, 70), code]))('on %s', (_, code) => {
    for (const filename of ['/service/src/odd.ts', '/service/src/odd.tsx', '/service/app/api/odd/route.ts'])
      expect(faults(lint(code, filename, parser as Linter.Parser))).toEqual([]);
  });

  it('on the apps, with any one line left out', { timeout: 120_000 }, () => {
    const found: string[] = [];
    for (const { path, text } of sources()) {
      const lines = text.split('\n');
      // Every seventh line keeps it quick; which ones differ from file to file.
      for (let i = text.length % 7; i < lines.length; i += 7) {
        const mutated = lines.filter((_, line) => line !== i).join('\n');
        found.push(...faults(lint(mutated, path, parser as Linter.Parser)));
      }
    }
    expect(found).toEqual([]);
  });
});

it('finds the same in JavaScript with espree as with TypeScript’s parser', () => {
  const shown = (messages: Linter.LintMessage[]): string[] =>
    messages.map(
      ({ line, column, endLine, endColumn, ruleId, message }) =>
        `${line}:${column}-${endLine}:${endColumn} ${ruleId} ${message}`,
    );
  let findings = 0;
  for (const { path, text } of sources().filter((source) => source.path.endsWith('.js'))) {
    const typescript = shown(lint(text, path, parser as Linter.Parser));
    expect(shown(lint(text, path))).toEqual(typescript);
    findings += typescript.length;
  }
  expect(findings).toBeGreaterThan(3);
});

function sources(): { path: string; text: string }[] {
  return readdirSync(APPS, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]sx?$/.test(name) && !name.endsWith('.d.ts') && !name.includes('node_modules'))
    .map((name) => ({ path: join('/service', name), text: readFileSync(join(APPS, name), 'utf8') }));
}
