/**
 * Starts the files of a new rule or library; what is derived from them is then written by `npm run generate`.
 *
 *     npm run new -- rule <area> <name>       src/rules/<area>/<name>.ts, rules-docs/<name>.md, test/rules/<name>.test.ts
 *     npm run new -- library <kind> <name>    src/libraries/<kind>/<name>.ts, test/libraries/<name>/
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as templates from './templates.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const USAGE = 'npm run new -- rule <area> <name>  |  npm run new -- library <kind> <name>';
const [what, group, name, ...rest] = process.argv.slice(2);

if (!['rule', 'library'].includes(what) || !group || !name || rest.length > 0) fail(USAGE);
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) fail(`"${name}": a name is lower case, with hyphens.`);

if (what === 'rule') {
  const areas = quotedNamesIn('src/rule/metadata.ts', /AREAS = \[([^\]]*)\]/);
  if (!areas.includes(group)) fail(`"${group}" is no area. The areas: ${areas.join(', ')}.`);
  if (!/^(no|require|prefer)-|^layer-boundaries$/.test(name)) fail('A rule is named no-…, require-… or prefer-….');
  create({
    [`src/rules/${group}/${name}.ts`]: templates.ruleFile(group, name),
    [`rules-docs/${name}.md`]: templates.rulePage(name),
    [`test/rules/${name}.test.ts`]: templates.ruleTest(group, name),
  });
} else {
  const kinds = quotedNamesIn('src/model/library.ts', /type LibraryKind =([^;]*);/);
  if (!kinds.includes(group)) fail(`"${group}" is no kind of library. The kinds: ${kinds.join(', ')}.`);
  create({
    [`src/libraries/${group}/${name}.ts`]: templates.libraryFile(group, name),
    [`test/libraries/${name}/${name}.test.ts`]: templates.libraryTest(name),
    [`test/libraries/${name}/app/package.json`]: templates.libraryApp(name),
  });
}
console.log('Then: npm run generate');

/** Writes the files, or none of them where one is there already. */
function create(files) {
  const present = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (present.length > 0) fail(`${present.join(', ')}: there already.`);
  const folder = join(root, what === 'rule' ? 'src/rules' : 'src/libraries');
  const namesake = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith(`/${name}.ts`))
    : undefined;
  if (what === 'rule' && namesake) fail(`src/rules/${namesake} has that name already.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(path);
  }
}

function quotedNamesIn(path, pattern) {
  const list = pattern.exec(readFileSync(join(root, path), 'utf8'))?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].map(([, quoted]) => quoted);
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
