/** Right answers under `--cache` when another file changed, and the same answers from several workers. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, UserProject } from './project.js';

const DB = "import { Pool } from 'pg';\nexport const pool = new Pool();\n";
const NO_DB = 'export const pool = { query: (text) => text.length };\n';
const USERS = `import { pool } from './db.js';
export const list = async (req, res) => res.json((await pool.query('SELECT id FROM users')).rows);
`;
const configFor = (settings: string): string => `import backend from 'eslint-plugin-backend';
import { projectDigest } from 'eslint-plugin-backend/digest';
export default [backend.configs['flat/recommended'], { settings: { backend: { ${settings} } } }];
`;

let temporary = '';
let tarball = '';
let project: UserProject;

beforeAll(() => {
  ({ folder: temporary, tarball } = pack());
  project = new UserProject(join(temporary, 'service')).install(tarball, 'eslint@10.15.0');
  const packageJson = { name: 'service', type: 'module', private: true, dependencies: { pg: '^8.0.0' } };
  project.write({ 'package.json': JSON.stringify(packageJson), 'src/users.js': USERS });
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const RULE = 'backend/no-unpaginated-query';
const found = (...options: string[]): string[] =>
  (JSON.parse(project.eslint('--format', 'json', ...options, 'src').stdout) as { messages: { ruleId: string }[] }[])
    .flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
    .filter((rule) => rule === RULE);

describe('--cache', () => {
  it('keeps an old answer without the digest, and not with it', () => {
    for (const [settings, afterwards] of [
      ['', [RULE]],
      ['digest: projectDigest(import.meta.dirname)', []],
    ] as const) {
      rmSync(join(project.folder, '.eslintcache'), { force: true });
      project.write({ 'eslint.config.js': configFor(settings), 'src/db.js': DB });
      expect(found('--cache')).toEqual([RULE]);
      expect(found('--cache')).toEqual([RULE]);
      project.write({ 'src/db.js': NO_DB });
      expect(found('--cache')).toEqual(afterwards);
    }
  });
});

describe('--concurrency', () => {
  it('finds the same', () => {
    project.write({ 'eslint.config.js': configFor(''), 'src/db.js': DB });
    for (let i = 0; i < 6; i++) project.write({ [`src/more-${i}.js`]: USERS });
    expect(found('--concurrency', '2')).toEqual(found());
    expect(found()).toHaveLength(7);
  });
});
