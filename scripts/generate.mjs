/**
 * Writes what is derived: the registries of rules and libraries, the schemas of settings and survey, the presets for oxlint, the README's rule table, and the header and options
 * table of every rule's page.
 *
 *     npm run generate              writes it (and a first page for a rule that has none)
 *     npm run generate -- --registries   writes only the registries of rules and libraries: quick, for while you work
 *     npm run generate -- --check   writes nothing; fails when anything is out of date (`--built`: dist is fresh)
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import { rulePage } from './templates.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const isCheck = process.argv.includes('--check');
const isBuilt = process.argv.includes('--built');
const require = createRequire(import.meta.url);
const outOfDate = [];

registry('rules', ruleRegistry);
registry('libraries', libraryRegistry);
if (process.argv.includes('--registries')) process.exit(0);
derived('settings.schema.json', schemaOf('src/model/settings.ts', 'BackendSettings'));
derived('survey.schema.json', schemaOf('src/survey/document.ts', 'Survey'));
if (!isBuilt && !(isCheck && outOfDate.length > 0)) {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
}
if (!isCheck) startMissingPages();
oxlintPresets();
documents();

if (outOfDate.length > 0) {
  console.error(`Out of date: ${outOfDate.join(', ')}. Run \`npm run generate\`.`);
  process.exit(1);
}

/** Every `src/<top>/<folder>/<name>.ts`, sorted by name. */
function allModules(top) {
  const base = join(root, 'src', top);
  return readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((folder) =>
      readdirSync(join(base, folder.name))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => ({ folder: folder.name, name: basename(file, '.ts'), path: join(base, folder.name, file) })),
    )
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.folder < b.folder ? -1 : 1));
}

function camel(name) {
  return name.replace(/[^a-zA-Z0-9]+(\w)/g, (_, letter) => letter.toUpperCase());
}

function ruleRegistry() {
  const modules = allModules('rules');
  return [
    '// Made by `npm run generate`: every file of src/rules/<area>/, by name.',
    ...modules.map(({ folder, name }) => `import { rule as ${camel(name)} } from './${folder}/${name}.js';`),
    '',
    'export const rules = {',
    ...modules.map(({ name }) => `  '${name}': ${camel(name)},`),
    '};',
  ];
}

/** A library file exports one or several constants of type `Library` (or arrays of them); all of them are listed. */
function libraryRegistry() {
  const modules = allModules('libraries').map((module) => {
    const text = readFileSync(module.path, 'utf8');
    const names = [...text.matchAll(/^export const (\w+): (readonly )?Library(\[\])?(?= =)/gm)];
    return { ...module, exports: names.map(([, name, , many]) => ({ name, many: many !== undefined })) };
  });
  const taken = new Set();
  const imports = [];
  const entries = [];
  for (const { folder, name, exports } of modules) {
    const specifiers = exports.map((exported) => {
      const local = taken.has(exported.name) ? camel(`${exported.name}-${folder}-${name}`) : exported.name;
      taken.add(local);
      entries.push(`  ${exported.many ? '...' : ''}${local},`);
      return local === exported.name ? local : `${exported.name} as ${local}`;
    });
    if (specifiers.length > 0) imports.push(`import { ${specifiers.join(', ')} } from './${folder}/${name}.js';`);
  }
  return [
    '// Made by `npm run generate`: every file of src/libraries/<kind>/, by name.',
    "import type { Library } from '../model/library.js';",
    ...imports,
    '',
    'export const libraries: readonly Library[] = [',
    ...entries,
    '];',
  ];
}

/** The JSON schema of `settings.backend`, or of the survey, made of its types. */
function schemaOf(path, type) {
  const schema = createGenerator({
    path: join(root, path),
    tsconfig: join(root, 'tsconfig.json'),
    topRef: false,
    additionalProperties: false,
    skipTypeCheck: true,
  }).createSchema(type);
  return JSON.stringify(schema);
}

function registry(top, make) {
  derived(`src/${top}/index.ts`, `${make().join('\n')}\n`);
}

/** Compares a file with what it should be, and writes it unless this is a check. */
function derived(name, content) {
  const path = join(root, name);
  const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs');
  const text = execFileSync(process.execPath, [prettier, '--stdin-filepath', path], {
    input: content,
    encoding: 'utf8',
  });
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  if (isCheck) outOfDate.push(relative(root, path));
  else writeFileSync(path, text);
}

/** The presets for oxlint, which can't read an ESLint config: `oxlint/<preset>.json`, to be extended. */
function oxlintPresets() {
  const { configs } = require(join(root, 'dist/index.js'));
  for (const preset of ['recommended', 'strict', 'all']) {
    const { rules } = configs[preset];
    derived(`oxlint/${preset}.json`, JSON.stringify({ jsPlugins: ['eslint-plugin-backend'], rules }));
  }
}

function startMissingPages() {
  const { rules } = require(join(root, 'dist/index.js'));
  for (const [name, { meta }] of Object.entries(rules)) {
    const page = join(root, 'rules-docs', `${name}.md`);
    if (existsSync(page)) continue;
    writeFileSync(page, rulePage(name, meta.schema.length > 0));
    console.log(`Started rules-docs/${name}.md: it needs its text.`);
  }
}

/** README's table and the pages' headers, through eslint-doc-generator (its settings: .eslint-doc-generatorrc.js). */
function documents() {
  if (allModules('rules').length === 0) return; // eslint-doc-generator wants at least one
  const bin = join(root, 'node_modules/eslint-doc-generator/dist/bin/eslint-doc-generator.js');
  const { status, stderr } = spawnSync(process.execPath, [bin, ...(isCheck ? ['--check'] : [])], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (status === 0) return;
  process.stderr.write(stderr);
  outOfDate.push('the README or a rule page (above)');
}
