/**
 * `node scripts/check-apis.mjs [folder]`: do the exports and members that the rows of src/libraries name exist in the
 * libraries' current types? Installs the packages below (types only matter, nothing of them is run) into the folder, by
 * default one under the system's temporary folder. For a person to read: rows also name what older versions, plugins and
 * sibling packages have, so what is listed is a question and not a fault. Needs `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';

const PACKAGES =
  `express @types/express fastify @nestjs/common @nestjs/core @nestjs/graphql hono koa @types/koa @koa/router next
  @trpc/server elysia h3 @sveltejs/kit @apollo/server @pothos/core @prisma/client drizzle-orm typeorm sequelize knex kysely
  mongoose mongodb @mikro-orm/core pg @types/pg postgres mysql2 mssql @types/mssql better-sqlite3 @types/better-sqlite3 sqlite3
  @neondatabase/serverless @libsql/client @supabase/supabase-js jsonwebtoken @types/jsonwebtoken jose @types/node rxjs
  reflect-metadata graphql ioredis redis`.split(/\s+/);

const { libraries } = createRequire(import.meta.url)('../dist/libraries/index.js');
const folder = process.argv[2] ?? join(tmpdir(), 'backend-apis');
if (!existsSync(join(folder, 'node_modules'))) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps'];
  execFileSync('npm', ['install', ...options, ...PACKAGES], { cwd: folder, stdio: 'inherit' });
}

const packageOf = (module) => module.split('/', module.startsWith('@') ? 2 : 1).join('/');
const isInstalled = (module) =>
  module.startsWith('node:') || existsSync(join(folder, 'node_modules', packageOf(module), 'package.json'));
const modules = [...new Set(libraries.flatMap((library) => library.modules))].filter(
  (module) => !/\*|^#/.test(module) && isInstalled(module),
);
const probe = join(folder, 'probe.ts');
writeFileSync(probe, modules.map((module, i) => `import * as m${i} from '${module}';\nexport { m${i} };\n`).join(''));
const program = ts.createProgram([probe], {
  ...{
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
  },
  ...{ esModuleInterop: true, skipLibCheck: true, strict: true, noEmit: true, types: ['node'] },
  typeRoots: [join(folder, 'node_modules/@types')],
});
const checker = program.getTypeChecker();
const source = program.getSourceFile(probe);
const typeOf = (symbol) => checker.getTypeOfSymbolAtLocation(symbol, source);

/** The exports of each module that has types, with what hangs on its default export. */
const exportsOf = new Map();
for (const statement of source.statements) {
  const symbol = ts.isImportDeclaration(statement) && checker.getSymbolAtLocation(statement.moduleSpecifier);
  if (!symbol) continue;
  const all = new Map(checker.getExportsOfModule(symbol).map((each) => [each.name, each]));
  const main = all.get('default') ?? all.get('export=');
  for (const each of main ? checker.getPropertiesOfType(typeOf(main)) : [])
    if (!all.has(each.name)) all.set(each.name, each);
  exportsOf.set(statement.moduleSpecifier.text, all);
}

const find = (library, name) => {
  const [head, ...rest] = name.split('.');
  for (const module of library.modules) {
    const first = exportsOf.get(module)?.get(head);
    const found = rest.reduce((symbol, part) => symbol && checker.getPropertyOfType(typeOf(symbol), part), first);
    if (found) return found;
  }
  return null;
};

/** The members of a class or interface, static ones too; null where it is neither. */
function membersOf(symbol) {
  const declared = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  if (!(declared.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias))) return null;
  const instance = checker.getPropertiesOfType(checker.getApparentType(checker.getDeclaredTypeOfSymbol(declared)));
  const ofClass = declared.flags & ts.SymbolFlags.Class ? checker.getPropertiesOfType(typeOf(declared)) : [];
  return new Set([...instance, ...ofClass].map(({ name }) => name));
}

let checked = 0;
const missing = [];
for (const library of libraries.filter((each) => each.modules.some((module) => exportsOf.has(module)))) {
  for (const name of Object.keys(library.exports ?? {})) {
    if (/^(?:default|export=|)$|\*/.test(name)) continue;
    checked++;
    if (!find(library, name)) missing.push(`${library.name}: no export ${name}`);
  }
  for (const [name, { members }] of Object.entries(library.types ?? {})) {
    const symbol = find(library, name);
    const known = symbol && membersOf(symbol);
    if (!known || known.size === 0) continue;
    for (const member of Object.keys(members ?? {}).filter((each) => !/[*.]/.test(each))) {
      checked++;
      if (!known.has(member)) missing.push(`${library.name}: ${name} has no member ${member}`);
    }
  }
}
console.log([...missing, `${checked} names in ${exportsOf.size} modules, ${missing.length} not found`].join('\n'));
