/** Who may import whom. The order is ARCHITECTURE's; where the code teaches better, it is changed here and in CONTRIBUTING.md. */
import { describe, expect, it } from 'vitest';
import { allFiles, allImports, readSource, type Import } from './source.js';

const sources = new Set(allFiles('src', /\.ts$/));

/** The layers that each layer may import, besides itself. A layer is a folder of `src`, or a file beside the folders. */
const BELOW_FACTS = ['syntax', 'model', 'libraries', 'sql', 'prisma'];
const BELOW_RULE = [...BELOW_FACTS, 'facts', 'project', 'fix', 'package-info'];
const BELOW_INDEX = [...BELOW_RULE, 'rule', 'rules', 'configs'];
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'package-info': [],
  syntax: [],
  model: ['syntax'],
  libraries: ['syntax', 'model'],
  sql: ['syntax', 'model'],
  prisma: [],
  facts: BELOW_FACTS,
  fix: [...BELOW_FACTS, 'facts'],
  project: [...BELOW_FACTS, 'facts'],
  rule: BELOW_RULE,
  rules: [...BELOW_RULE, 'rule'],
  configs: ['rule', 'rules'],
  index: BELOW_INDEX,
  parser: ['project'],
  survey: [...BELOW_RULE, 'rule'],
  report: ['survey'],
  codemods: BELOW_RULE,
  languages: [...BELOW_INDEX, 'index'],
  cli: [...BELOW_INDEX, 'codemods', 'index', 'languages', 'survey', 'report'],
};

/** `facts` of `src/facts/routes.ts` and of `src/facts.ts`. */
const layerOf = (path: string): string => path.split('/')[1]!.replace(/\.ts$/, '');

/** A file of rows about a library; the other files beside it hold tables that several of them share. */
const DECLARES_LIBRARY = /^export const \w+: (?:readonly )?Library\b/m;
const isLibrary = (path: string): boolean => sources.has(path) && DECLARES_LIBRARY.test(readSource(path));

/** What is wrong with one import of the file `from`, or null. */
function findBreach(from: string, { target, isTypeOnly }: Import, isLibraryFile = isLibrary): string | null {
  const layer = layerOf(from);
  if (!target.startsWith('src/')) return findPackageBreach(layer, target, isTypeOnly);
  const other = layerOf(target);
  if (layer !== other) return MAY_IMPORT[layer]?.includes(other) ? null : `${layer} may not import ${other}`;
  // Registries list their folder; a rule or a library stands alone.
  if (from === `src/${layer}/index.ts`) return null;
  if (layer === 'rules') return 'a rule imports no other rule';
  if (layer === 'libraries' && isLibraryFile(from) && isLibraryFile(target))
    return 'a library imports no other library';
  return null;
}

function findPackageBreach(layer: string, target: string, isTypeOnly: boolean): string | null {
  const isTypescriptEslint = target.startsWith('@typescript-eslint/');
  if (layer === 'libraries' && (isTypescriptEslint || target === 'eslint')) return 'libraries import no ESLint';
  if (isTypeOnly || layer === 'cli') return null;
  if (target === 'eslint' || target.startsWith('eslint/')) return 'ESLint is imported by backend-lint only';
  if (target.startsWith('@typescript-eslint/utils') && target !== '@typescript-eslint/utils/eslint-utils')
    return 'of @typescript-eslint/utils only /eslint-utils is cheap to load; `import type` for the rest';
  return null;
}

describe('layers', () => {
  const files = [...sources];

  it('every folder of src is a known layer', () => {
    const unknown = [...new Set(files.map(layerOf))].filter((layer) => !(layer in MAY_IMPORT));
    expect(unknown).toEqual([]);
  });

  it('no file imports what its layer may not', () => {
    const breaches = files.flatMap((from) =>
      allImports(from).flatMap((imported) => {
        const breach = findBreach(from, imported);
        return breach ? [`${from}:${imported.line} imports ${imported.target}: ${breach}`] : [];
      }),
    );
    expect(breaches).toEqual([]);
  });

  it.each([
    ['src/syntax/x.ts', "import { a } from '../model/a.js';", 'syntax may not import model'],
    ['src/rules/data/x.ts', "export { y } from './y.js';", 'a rule imports no other rule'],
    ['src/libraries/data/x.ts', "import { y } from '../http/y.js';", 'a library imports no other library'],
    [
      'src/libraries/data/x.ts',
      "import type { TSESTree } from '@typescript-eslint/utils';",
      'libraries import no ESLint',
    ],
    ['src/facts/x.ts', "const { y } = require('../rules/index.js');", 'facts may not import rules'],
    ['src/facts/x.ts', "import { TSESTree } from '@typescript-eslint/utils';", 'of @typescript-eslint/utils only'],
    ['src/rule/x.ts', "void import('eslint');", 'ESLint is imported by backend-lint only'],
  ])('finds in %s that %s', (from, text, breach) => {
    expect(allImports(from, text).map((imported) => findBreach(from, imported, () => true))).toEqual([
      expect.stringContaining(breach),
    ]);
  });

  it.each([
    ['src/rules/data/x.ts', "import { a } from '../../facts/a.js';"],
    ['src/rules/index.ts', "import { rule } from './data/no-x.js';"],
    ['src/libraries/data/x.ts', "import { a } from '../sql-verbs.js'; import type { B } from '../../model/b.js';"],
    ['src/facts/x.ts', "import { type TSESTree } from '@typescript-eslint/utils'; import { a } from '../facts.js';"],
    ['src/cli/x.ts', "import { ESLint } from 'eslint';"],
  ])('allows in %s: %s', (from, text) => {
    expect(
      allImports(from, text)
        .map((imported) => findBreach(from, imported))
        .filter(Boolean),
    ).toEqual([]);
  });
});
