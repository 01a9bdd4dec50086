/** Every editor and every lint run pays for what `require('eslint-plugin-backend')` loads. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source.js';

const ENTRY = join(ROOT, 'dist/index.js');
const HEAVY =
  /\/node_modules\/(eslint|typescript|ts-morph|@typescript-eslint\/(?:parser|typescript-estree)|oxc-parser)\//;
const MOST_MILLISECONDS = 150;

const SCRIPT = `
  const started = performance.now();
  require(process.argv[1]);
  console.log(JSON.stringify({ milliseconds: performance.now() - started, loaded: Object.keys(require.cache) }));
`;

interface StartUp {
  readonly milliseconds: number;
  readonly loaded: readonly string[];
}
const startUp = (): StartUp =>
  JSON.parse(execFileSync(process.execPath, ['-e', SCRIPT, ENTRY], { encoding: 'utf8' })) as StartUp;

// `npm test` builds first; a single run of the tests need not have.
describe.skipIf(!existsSync(ENTRY))('requiring the built plugin', () => {
  it('loads neither ESLint nor a parser nor TypeScript', () => {
    const heavy = startUp().loaded.flatMap((path) => HEAVY.exec(path)?.[1] ?? []);
    expect([...new Set(heavy)]).toEqual([]);
  });

  it(`takes less than ${MOST_MILLISECONDS} ms`, () => {
    // The best of five: the machine does other things too, and they only ever add.
    const best = Math.min(...Array.from({ length: 5 }, () => startUp().milliseconds));
    expect(best).toBeLessThan(MOST_MILLISECONDS);
  });
});
