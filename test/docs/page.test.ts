import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rule } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Example, writeProject } from './lint.js';
import { readPage } from './page.js';

const PAGE = `# backend/no-toy

## Why it matters

Because.

## Incorrect

### pg

\`\`\`ts title="src/db.ts" deps="pg@8.11" context
export const db = 1;
\`\`\`

\`\`\`ts title="src/app.ts" options='{"strict": true}'
import { db } from './db.js';
import { z } from 'zod/v4';
toy(db, z);
\`\`\`

\`\`\`ts fixed
import { db } from './db.js';
import { z } from 'zod/v4';
tool(db, z);
\`\`\`

### express

\`\`\`js
doll(); doll();
\`\`\`

\`\`\`js fixed suggestion="2"
statue(); statue();
\`\`\`

## Correct

\`\`\`ts
tool();
\`\`\`

## Options

\`\`\`json
{}
\`\`\`
`;

/** Fixes `toy`, and has two suggestions for `doll`. */
const noToy: Rule.RuleModule = {
  meta: { type: 'problem', fixable: 'code', hasSuggestions: true, schema: [{ type: 'object' }] },
  create: (context) => ({
    Identifier(node) {
      if (node.name === 'toy')
        context.report({ node, message: 'toy', fix: (fixer) => fixer.replaceText(node, 'tool') });
      if (node.name !== 'doll') return;
      const suggest = ['figure', 'statue'].map((desc) => ({
        desc,
        fix: (fixer: Rule.RuleFixer) => fixer.replaceText(node, desc),
      }));
      context.report({ node, message: 'doll', suggest });
    },
  }),
};

const workspace = mkdtempSync(join(tmpdir(), 'page-'));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

describe('reading a page', () => {
  const { projects, sections } = readPage(PAGE);

  it('groups titled blocks of a section into one project', () => {
    expect(projects.map(({ verdict, name, blocks }) => [verdict, name, blocks.map(({ title }) => title)])).toEqual([
      ['Incorrect', 'Incorrect, pg', ['src/db.ts', 'src/app.ts']],
      ['Incorrect', 'Incorrect, express', [null]],
      ['Correct', 'Correct', [null]],
    ]);
  });

  it('reads the attributes of a fence', () => {
    const [db, app] = projects[0]!.blocks;
    expect(db).toMatchObject({ isContext: true, deps: ['pg@8.11'], options: null, fixed: null });
    expect(app).toMatchObject({ isContext: false, options: { strict: true }, line: 16, language: 'ts' });
    expect(app!.fixed).toMatchObject({ suggestion: 0, code: expect.stringContaining('tool(db, z)') });
  });

  it('gives the text of each section', () => {
    expect([...sections.keys()]).toEqual(['Why it matters', 'Incorrect', 'Correct', 'Options']);
    expect(sections.get('Why it matters')).toContain('Because.');
  });

  it.each([
    ['## Incorrect\n\n```ts colour="red"\n```\n', 'line 3: cannot read'],
    ['## Incorrect\n\n```ts fixed\n```\n', 'line 3: a fixed block without a block before it'],
    ['## Incorrect\n\n```ts\n', 'line 3: the code block has no end'],
  ])('names the line of what it cannot read: %j', (markdown, message) => {
    expect(() => readPage(markdown)).toThrow(message);
  });
});

describe('linting an example', () => {
  const { projects } = readPage(PAGE);
  let example: (project: number, block: number) => { example: Example; code: string };

  beforeAll(() => {
    const written = projects.map((project, index) => writeProject(join(workspace, String(index)), project));
    example = (project, block) => {
      const file = written[project]!.files[block]!;
      return {
        example: new Example('no-toy', noToy, written[project]!, file.block, file.path),
        code: `${file.block.code}\n`,
      };
    };
  });

  it('writes a package.json with what is imported and what is named', () => {
    const manifest = JSON.parse(readFileSync(join(workspace, '0/package.json'), 'utf8')) as { dependencies: unknown };
    expect(manifest.dependencies).toEqual({ pg: '8.11', zod: '*' });
  });

  it('reports in the block that is incorrect and not in its context', () => {
    const [context, incorrect] = [example(0, 0), example(0, 1)];
    expect(context.example.reports(context.code)).toEqual([]);
    expect(incorrect.example.reports(incorrect.code)).toHaveLength(1);
  });

  it('applies fixes, and the suggestion that is asked for', () => {
    const [fixable, suggesting] = [example(0, 1), example(1, 0)];
    expect(fixable.example.fix(fixable.code, 0)).toContain('tool(db, z)');
    expect(suggesting.example.fix(suggesting.code, 1)).toBe('statue(); statue();\n');
  });

  it('throws for code that does not parse', () => {
    expect(() => example(1, 0).example.reports('const = 1')).toThrow('line 1 of the block');
  });
});
