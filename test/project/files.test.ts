import { symlinkSync } from 'node:fs';

import { afterEach, describe, expect, it } from 'vitest';

import { allFiles, allSourceFiles, classifyFile, sourceFiles } from '../../src/project/files.js';
import { walkFiles } from '../../src/project/walk.js';
import { type Files, makeProject, type ProjectOnDisk } from './project-on-disk.js';

let project: ProjectOnDisk;
afterEach(() => project.remove());

const make = (files: Files, prefix?: string): ProjectOnDisk => (project = makeProject(files, prefix));
const listed = (root = project.root): string[] =>
  allSourceFiles(root)
    .map((path) => path.slice(root.length + 1))
    .sort();

describe('allSourceFiles', () => {
  it('takes sources and leaves installed, built and declared files', () => {
    make({
      'package.json': {},
      'src/a.ts': '',
      'src/b.mjs': '',
      'src/c.tsx': '',
      'src/d.cts': '',
      'src/types.d.ts': '',
      'src/lib.min.js': '',
      'src/data.json': '',
      'node_modules/x/index.js': '',
      'dist/a.js': '',
      'build/a.js': '',
      'coverage/a.js': '',
      '.next/a.js': '',
      'src/generated/client.ts': '',
      'packages/p/package.json': {},
      'packages/p/out/a.js': '',
      'public/vendor/x.js': '',
    });
    expect(listed()).toEqual(['src/a.ts', 'src/b.mjs', 'src/c.tsx', 'src/d.cts']);
  });

  it('keeps parts of an application that are called like outputs', () => {
    make({ 'package.json': {}, 'src/vendor/vendor.service.ts': '', 'src/build/build.controller.ts': '' });
    expect(listed()).toEqual(['src/build/build.controller.ts', 'src/vendor/vendor.service.ts']);
  });

  it('leaves what git ignores, the innermost .gitignore deciding', () => {
    make({
      '.gitignore': 'tmp-*\n/local\n*.log.ts\n',
      'src/.gitignore': '!keep.log.ts\nsecret/\n',
      'src/a.ts': '',
      'src/a.log.ts': '',
      'src/keep.log.ts': '',
      'src/secret/a.ts': '',
      'tmp-1/a.ts': '',
      'local/a.ts': '',
      'src/local/a.ts': '',
      '.git/info/exclude': 'mine.ts\n',
      'src/mine.ts': '',
    });
    expect(listed()).toEqual(['src/a.ts', 'src/keep.log.ts', 'src/local/a.ts']);
  });

  it('obeys ignore files above the root, unless the root itself is ignored', () => {
    make({
      '.gitignore': 'junk.ts\nscratch/\n',
      'app/a.ts': '',
      'app/junk.ts': '',
      'scratch/a.ts': '',
      'scratch/junk.ts': '',
    });
    expect(listed(project.at('app'))).toEqual(['a.ts']);
    expect(listed(project.at('scratch'))).toEqual(['a.ts', 'junk.ts']);
  });

  it('follows no symbolic links', () => {
    make({ 'src/a.ts': '', 'other/b.ts': '' });
    symlinkSync(project.at('other'), project.at('src/link'));
    expect(listed(project.at('src'))).toEqual(['a.ts']);
  });

  it('says when it gave up', () => {
    make({ 'a.ts': '', 'b.ts': '', 'c.ts': '' });
    expect(walkFiles(project.root, () => true, 2)).toMatchObject({ isComplete: false, files: { length: 2 } });
    expect(sourceFiles(project.root).isComplete).toBe(true);
  });

  it('finds other files by name', () => {
    make({ 'deploy/a.yaml': '', 'a.ts': '', 'node_modules/b.yaml': '' });
    expect(allFiles(project.root, (name) => name.endsWith('.yaml'))).toEqual([project.at('deploy/a.yaml')]);
  });
});

describe('classifyFile', () => {
  const CASES: readonly (readonly [string, string])[] = [
    ['src/users/users.service.ts', 'source'],
    ['src/config/app.config.ts', 'source'],
    ['src/users/users.service.spec.ts', 'test'],
    ['src/users/__tests__/users.ts', 'test'],
    ['test/app.e2e-spec.ts', 'test'],
    ['tests/scripts/run.ts', 'test'],
    ['packages/api/spec/helper.js', 'test'],
    ['e2e/login.ts', 'test'],
    ['cypress/support/commands.js', 'test'],
    ['libs/testing/src/user.ts', 'test'],
    ['packages/playwright/src/database.ts', 'test'],
    ['packages/scripts/src/clean.ts', 'script'],
    ['src/__mocks__/db.ts', 'mock'],
    ['src/cache.service.mock.ts', 'mock'],
    ['tests/fixtures/user.ts', 'fixture'],
    ['prisma/seed.ts', 'seed'],
    ['packages/prisma/seed/users.ts', 'seed'],
    ['src/database/seeds/user.ts', 'seed'],
    ['src/app/dtos/seed-data.dto.ts', 'source'],
    ['src/database/migrations/1700000000000-Create.ts', 'migration'],
    ['server/migrations/add.js', 'migration'],
    ['scripts/deploy.ts', 'script'],
    ['server/scripts/bootstrap.ts', 'script'],
    ['bin/www.js', 'script'],
    ['examples/app.ts', 'example'],
    ['playground/nest/src/main.ts', 'example'],
    ['src/services/demo/demo.service.ts', 'source'],
    ['src/benchmarks/benchmark.service.ts', 'source'],
    ['server/tools/documents.ts', 'source'],
    ['tools/build.ts', 'tooling'],
    ['gulpfile.js', 'tooling'],
    ['vite.config.ts', 'config'],
    ['packages/api/tsup.config.js', 'config'],
    ['.eslintrc.js', 'config'],
    ['src/ui/Button.stories.tsx', 'story'],
    ['src/api.gen.ts', 'generated'],
    ['src/generated/client.ts', 'generated'],
    ['src/app/api/test/route.ts', 'source'],
    ['src/contest/latest.ts', 'source'],
    ['src/test-runs/test-runs.service.ts', 'source'],
  ];

  it.each(CASES)('takes %s for %s', (path, kind) => {
    make({
      'package.json': { name: 'r', workspaces: ['packages/*', 'libs/*'] },
      'packages/api/package.json': { name: 'api' },
      'libs/testing/package.json': { name: 'testing' },
      'packages/playwright/package.json': { name: 'playwright' },
      'packages/scripts/package.json': { name: 'scripts' },
    });
    expect(classifyFile(project.at(path))).toBe(kind);
  });

  it('says nothing by where the checkout stands', () => {
    make({ 'package.json': { name: 'r' } }, 'test-');
    const inner = makeProject({ 'fixtures/test/app/package.json': { name: 'app' } });
    expect(classifyFile(inner.at('fixtures/test/app/src/main.ts'))).toBe('source');
    expect(classifyFile('/tmp/test/x/src/main.ts', '/tmp/test/x')).toBe('source');
    inner.remove();
  });

  it('takes text without a file for source', () => {
    make({});
    expect(classifyFile('<input>')).toBe('source');
  });
});
