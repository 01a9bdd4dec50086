import { defineConfig } from 'vitest/config';

/** Tests that install packages or need the built tarball: minutes, not seconds. `npm test` runs them last. */
const SLOW = ['test/package/**/*.test.ts', 'test/e2e/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...SLOW, 'test/apps/**', 'test/cases/**'],
          // Type-aware cases build a TypeScript program first, and CI has two cores.
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
