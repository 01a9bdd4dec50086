/** The rules' pages are true: they say what they should, and their examples report, don't report, and are fixed as shown. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rule } from 'eslint';
import { format } from 'prettier';
import { afterAll, describe, expect, it } from 'vitest';
import { findLanguage } from '../src/languages/languages.js';
import { rules } from '../src/rules/index.js';
import { Example, writeProject, type Written } from './docs/lint.js';
import { readPage, type Block, type Project } from './docs/page.js';

const PAGES = fileURLToPath(new URL('../rules-docs', import.meta.url));
const EMOJI = /\p{Extended_Pictographic}/u;
const SECTIONS = ['Why it matters', 'How it knows', 'When not to use it', 'Known misses'];

// Outside `test/`, where the plugin would rightly take the examples for test files.
const workspace = mkdtempSync(join(tmpdir(), 'pages-'));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

const known = rules as unknown as Readonly<Record<string, Rule.RuleModule>>;
const pages = existsSync(PAGES) ? readdirSync(PAGES).filter((file) => file.endsWith('.md')) : [];

describe.each(pages.map((file) => basename(file, '.md')))('the page of %s', (name) => {
  const rule = known[name];
  const markdown = readFileSync(join(PAGES, `${name}.md`), 'utf8');
  const { projects, sections } = readPage(markdown);

  it('has the sections that a page has', () => {
    const expected =
      rule?.meta?.schema && (rule.meta.schema as unknown[]).length > 0 ? [...SECTIONS, 'Options'] : SECTIONS;
    expect(expected.filter((section) => !sections.get(section)?.split('\n').slice(1).join('').trim())).toEqual([]);
  });

  it('says why it matters with a figure and a source', () => {
    const why = sections.get('Why it matters') ?? '';
    expect(why).toMatch(/https:\/\//);
    // The figure stands in the text: not in an address, and it isn't the number of a CWE, an RFC or an OWASP entry.
    const text = why.replace(/https?:\/\/[^\s)]*|\b(?:CWE|RFC|CVE|OWASP|API|A)[- :]?\d[\d:-]*/g, '');
    expect(text).toMatch(/\d/);
  });

  it('has incorrect and correct examples', () => {
    expect(new Set(projects.map(({ verdict }) => verdict))).toEqual(new Set(['Incorrect', 'Correct']));
  });

  it('has neither emojis nor anything left to do', () => {
    expect(markdown).not.toMatch(EMOJI);
    expect(markdown).not.toMatch(/\bTODO\b/);
  });

  describe.skipIf(!rule)('example', () => {
    projects.forEach((project, index) => {
      const written = once(() => writeProject(join(workspace, name, String(index)), project));
      for (const block of project.blocks) checkBlock(name, project, block, written);
    });
  });
});

it('a page stands for every rule', () => {
  expect(pages.map((file) => basename(file, '.md')).sort()).toEqual(Object.keys(known).sort());
});

function checkBlock(name: string, project: Project, block: Block, written: () => Written): void {
  const title = `${project.name}, line ${block.line}`;
  const find = (): Example | null => {
    const all = written();
    const file = all.files.find((candidate) => candidate.block === block);
    const language = findLanguage(file?.path ?? '');
    // The file of a project, to a rule that does not speak its language.
    if (language && !rules[name as keyof typeof rules].schemas.includes(language)) return null;
    return file ? new Example(name, known[name]!, all, block, file.path) : null;
  };
  const isMeant = project.verdict === 'Incorrect' && !block.isContext;

  it(`${isMeant ? 'reports' : 'does not report'} ${title}`, () => {
    const example = find();
    if (!example) {
      expect(block.isContext || block.title, 'a block that is no code is the file of a project').toBeTruthy();
      return;
    }
    expect(block.code.trim(), 'an example has code').not.toBe('');
    const lines = example.reports(`${block.code}\n`).map(({ line, message }) => `${line + block.line - 1}: ${message}`);
    if (isMeant) expect(lines).not.toEqual([]);
    else expect(lines).toEqual([]);
  });

  if (!block.fixed) return;
  const { fixed } = block;
  it(`is fixed as shown: ${title}`, async () => {
    const example = find()!;
    const output = example.fix(`${block.code}\n`, fixed.suggestion);
    expect(await pretty(output, block)).toBe(await pretty(fixed.code, block));
  });
}

/** Prettier writes the pages' blocks too, so both sides are compared as it would write them. */
const pretty = async (code: string, { language }: Block): Promise<string> =>
  /^(?:prisma|sql)$/.test(language)
    ? `${code.trimEnd()}\n`
    : format(code, {
        printWidth: 120,
        singleQuote: true,
        parser: /^[cm]?ts|^typescript/.test(language) ? 'typescript' : language === 'json' ? 'json' : 'babel',
      });

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
