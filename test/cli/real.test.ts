import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPage, renderMarkdown } from '../../src/cli/explain.js';
import { makeStyle } from '../../src/cli/style.js';
import { writeAtomically } from '../../src/cli/write.js';
import { backendLint, makeProject } from './bin.js';

const real = { bin: 'real' } as const;

describe('the command as it ships', () => {
  const project = makeProject({
    'package.json': '{ "name": "shop" }',
    'src/db.ts': "import { Pool } from 'pg';\nexport const pool = new Pool();\npool.on('error', console.error);\n",
    'src/products.ts': [
      "import { pool } from './db.js';",
      'export async function all() {',
      "  const { rows } = await pool.query('SELECT id, name FROM products ORDER BY name');",
      '  return rows;',
      '}',
      '',
    ].join('\n'),
  });

  it('finds a defect through another file, with no configuration', () => {
    const ran = backendLint(project, [], real);
    expect(ran.stdout).toMatch(/^src\/products\.ts\n {2}3:\d+ {2}warning {2}backend\/no-unpaginated-query\n/);
    expect(ran.stderr).toBe('');
    expect(ran.code).toBe(0);
  });

  it('settles it with the suggestion', () => {
    const ran = backendLint(project, ['--fix-suggestions', '--fix-dry-run'], real);
    expect(ran.stdout).toMatch(/^\+.*ORDER BY name LIMIT 100'/m);
  });

  it('explains every rule that it lists', async () => {
    const rules = JSON.parse(backendLint(project, ['--list-rules', '--format', 'json'], real).stdout) as {
      name: string;
    }[];
    expect(rules.length).toBeGreaterThan(0);
    for (const { name } of rules) {
      const shown = renderMarkdown((await findPage(name.replace('backend/', ''))) ?? '', makeStyle(false));
      expect(shown).toContain(name);
      expect(shown).not.toMatch(/<!--|^```/m);
    }
    const { name } = rules.at(-1)!;
    expect(backendLint(project, ['--explain', name], real).stdout).toContain(name);
  });
});

describe('writeAtomically', () => {
  it('lets a reader see the old text or the new one, never a part', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backend-lint-'));
    const file = join(folder, 'a.txt');
    const [old, young] = ['a', 'b'].map((letter) => letter.repeat(4_000_000)) as [string, string];
    await writeAtomically(file, old);
    const seen = new Set<string>();
    let isDone = false;
    const writing = (async () => {
      for (let i = 0; i < 20; i++) await writeAtomically(file, i % 2 === 0 ? young : old);
      isDone = true;
    })();
    while (!isDone) {
      seen.add(readFileSync(file, 'utf8'));
      await new Promise(setImmediate);
    }
    await writing;
    expect([...seen].every((text) => text === old || text === young)).toBe(true);
    expect(readdirSync(folder)).toEqual(['a.txt']);
    rmSync(folder, { recursive: true });
  });

  it('leaves nothing behind when it fails', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backend-lint-'));
    await expect(writeAtomically(join(folder, 'none', 'a.txt'), 'x')).rejects.toThrow(/ENOENT/);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
