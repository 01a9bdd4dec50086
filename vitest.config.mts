import { defineConfig } from 'vitest/config';

/** Tests that install packages or need the built tarball: minutes, not seconds. `npm test` runs them last. */
const SLOW = ['test/package/**/*.test.ts', 'test/e2e/**/*.test.ts'];
/** Measures how long an answer takes, so nothing else runs beside it. */
const TIMED = ['test/package/editor.test.ts'];
const PACKAGE = {
  testTimeout: 300_000,
  hookTimeout: 600_000,
  globalSetup: ['test/package/packed.ts'],
};
/** Tests of pure functions of a text, many small files: they share their modules. */
const SHARED = ['test/rules/**/*.test.ts', 'test/docs.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...SLOW, ...SHARED, 'test/apps/**', 'test/cases/**'],
          // Type-aware cases build a TypeScript program first, and CI has two cores.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'rules',
          include: SHARED,
          // Loading the sources and the parser takes four times as long as the tests of a rule: a worker does it once.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...PACKAGE,
          name: 'package',
          include: SLOW,
          exclude: TIMED,
          // They wait for npm and for processes of their own more than they work.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...PACKAGE,
          name: 'timed',
          include: TIMED,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
