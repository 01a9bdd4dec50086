import { defineConfig } from 'vitest/config';

/** Tests that install packages or need the built tarball: minutes, not seconds. `npm test` runs them last. */
const SLOW = ['test/package/**/*.test.ts', 'test/e2e/**/*.test.ts'];
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
          name: 'package',
          include: SLOW,
          testTimeout: 300_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
