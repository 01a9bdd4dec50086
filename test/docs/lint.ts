/** Writes a page's project to disk and lints it with one rule. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, extname, join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Linter, type ESLint, type Rule } from 'eslint';
import { findLanguage, languages } from '../../src/languages/languages.js';
import type { Block, Project } from './page.js';

const LINTED = new Set(['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx']);
const EXTENSION: Readonly<Record<string, string>> = { typescript: 'ts', javascript: 'js' };
/** What createRule reports where the analysis throws. */
const INTERNAL = 'internalError';
const MOST_SUGGESTIONS = 20;

export interface Written {
  readonly folder: string;
  /** The linted blocks and where they stand. */
  readonly files: readonly { readonly block: Block; readonly path: string }[];
}

/** Writes the blocks of `project` into `folder`, with a package.json unless the project has one. */
export function writeProject(folder: string, project: Project): Written {
  const placed = project.blocks.map((block, index) => ({
    block,
    path: join(folder, block.title ?? `src/example${index || ''}.${EXTENSION[block.language] ?? block.language}`),
  }));
  for (const { block, path } of placed) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${block.code}\n`);
  }
  if (!project.blocks.some(({ title }) => title === 'package.json')) {
    const dependencies = Object.fromEntries(project.blocks.flatMap(allDependencies));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'example', private: true, dependencies }));
  }
  return { folder, files: placed.filter(({ path }) => LINTED.has(extname(path)) || findLanguage(path) !== null) };
}

/** The packages that a block imports, at any version, and those it names itself (`pg@8`), with the version. */
function allDependencies({ code, deps }: Block): [name: string, version: string][] {
  const specifiers = [...code.matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*['"]([^'"]+)['"]/g)].map(
    ([, name]) => name!,
  );
  const packages = specifiers
    .filter((name) => !/^[.#~/]|^@\//.test(name) && !isBuiltin(name) && !name.includes(':'))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
  return [
    ...packages.map((name): [string, string] => [name, '*']),
    ...deps.map((dep): [string, string] => {
      const at = dep.lastIndexOf('@');
      return at > 0 ? [dep.slice(0, at), dep.slice(at + 1)] : [dep, '*'];
    }),
  ];
}

/** Lints one block with one rule. */
export class Example {
  private readonly linter: Linter;
  private readonly config: Linter.Config[];
  private readonly path: string;

  constructor(name: string, rule: Rule.RuleModule, { folder }: Written, block: Block, path: string) {
    this.path = path;
    this.linter = new Linter({ cwd: folder });
    const language = findLanguage(path);
    this.config = [
      {
        files: ['**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx,prisma,sql,json}'],
        plugins: { backend: { rules: { [name]: rule }, languages } as unknown as ESLint.Plugin },
        ...(language
          ? { language: `backend/${language}` }
          : {
              languageOptions: {
                parser: parser as Linter.Parser,
                parserOptions: { ecmaFeatures: { jsx: /x$/.test(path) } },
              },
            }),
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        rules: { [`backend/${name}`]: block.options ? ['error', block.options] : 'error' },
        settings: block.settings ?? {},
      },
    ];
  }

  /** @throws {Error} for code that does not parse, and for a rule that throws. */
  reports(code: string): Linter.LintMessage[] {
    const messages = this.linter.verify(code, this.config, { filename: this.path });
    // A syntax error, a file that no configuration matches, a fault in the analysis: nothing was found out.
    const fault = messages.find(({ ruleId, messageId }) => ruleId === null || messageId === INTERNAL);
    if (fault) throw new Error(`line ${fault.line} of the block: ${fault.message}`);
    return messages;
  }

  /** `code` after its fixes; where there are none, after suggestion `index` of each report in turn. */
  fix(code: string, index: number): string {
    const { output, fixed } = this.linter.verifyAndFix(code, this.config, { filename: this.path });
    if (fixed) return output;
    let text = code;
    for (let round = 0; round < MOST_SUGGESTIONS; round++) {
      const suggestions = this.reports(text).flatMap((report) => report.suggestions?.[index] ?? []);
      if (suggestions.length === 0) break;
      const { range, text: replacement } = suggestions[0]!.fix;
      text = text.slice(0, range[0]) + replacement + text.slice(range[1]);
    }
    return text;
  }
}
