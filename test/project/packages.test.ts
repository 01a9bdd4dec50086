import { afterEach, describe, expect, it } from 'vitest';

import { refreshProject } from '../../src/project/caches.js';
import { allPackages, findPackage, findWorkspace } from '../../src/project/packages.js';
import { findVersion } from '../../src/project/version.js';
import { readPnpmPackages } from '../../src/project/workspace.js';
import { type Files, makeProject, type ProjectOnDisk } from './project-on-disk.js';

let project: ProjectOnDisk;
afterEach(() => project.remove());

const make = (files: Files): ProjectOnDisk => (project = makeProject(files));
const members = (): unknown[] => findWorkspace(project.root).packages.map(({ name }) => name);

describe('findPackage', () => {
  it('merges all dependencies, its own before those of the workspace', () => {
    make({
      'package.json': { workspaces: ['apps/*'], devDependencies: { typescript: '5.0.0', pg: '7.0.0' } },
      'apps/api/package.json': { name: 'api', dependencies: { pg: '^8.11' }, peerDependencies: { pg: '*', koa: '^2' } },
    });
    const found = findPackage(project.at('apps/api/src/deep/a.ts'));
    expect(found).toMatchObject({ dir: project.at('apps/api'), name: 'api', workspaceRoot: project.root });
    expect([...(found?.dependencies ?? [])]).toEqual([
      ['pg', '^8.11'],
      ['koa', '^2'],
      ['typescript', '5.0.0'],
    ]);
    expect(found?.hasDependency('typescript')).toBe(true);
    expect(found?.ownDependencies.has('typescript')).toBe(false);
    expect(found?.version('pg')).toMatchObject({ major: 8, minor: 11 });
  });

  it('reads the installed version before the range', () => {
    make({
      'package.json': { name: 'a', dependencies: { jsonwebtoken: '>=8' } },
      'node_modules/jsonwebtoken/package.json': { name: 'jsonwebtoken', version: '9.0.2' },
    });
    expect(findPackage(project.at('a.ts'))?.version('jsonwebtoken')).toMatchObject({ major: 9, minor: 0 });
  });

  it('reads versions of the workspace and of pnpm catalogs', () => {
    make({
      'package.json': { name: 'root' },
      'pnpm-workspace.yaml': 'packages:\n  - "apps/*"\ncatalog:\n  zod: ^3.22.0\ncatalogs:\n  old:\n    pg: 7.1.0\n',
      'apps/a/package.json': { name: 'a', dependencies: { zod: 'catalog:', pg: 'catalog:old', b: 'workspace:^' } },
      'apps/b/package.json': { name: 'b', version: '3.4.5' },
    });
    const found = findPackage(project.at('apps/a/x.ts'));
    expect(found?.version('zod')).toMatchObject({ major: 3, minor: 22 });
    expect(found?.version('pg')).toMatchObject({ major: 7, minor: 1 });
    expect(found?.version('b')).toMatchObject({ major: 3, minor: 4 });
    expect(found?.version('unknown')).toBeNull();
  });

  it('passes over a package.json that only says how files load', () => {
    make({ 'package.json': { name: 'real' }, 'src/package.json': { type: 'module' } });
    expect(findPackage(project.at('src/a.ts'))?.name).toBe('real');
  });

  it('survives a broken package.json and finds none outside the checkout', () => {
    make({ 'package.json': '{ "name": ' });
    expect(findPackage(project.at('src/a.ts'))).toBeNull();
  });

  it('sees a changed package.json in the next epoch', () => {
    make({ 'package.json': { name: 'a' } });
    expect(findPackage(project.at('a.ts'))?.hasDependency('pg')).toBe(false);
    project.write({ 'package.json': { name: 'a', dependencies: { pg: '8' } } });
    refreshProject();
    expect(findPackage(project.at('a.ts'))?.hasDependency('pg')).toBe(true);
  });
});

describe('findWorkspace', () => {
  const packages: Files = {
    'packages/a/package.json': { name: 'a' },
    'packages/b/package.json': { name: 'b' },
    'packages/old/package.json': { name: 'old' },
    'apps/deep/er/package.json': { name: 'deep' },
    'packages/a/node_modules/x/package.json': { name: 'x' },
  };

  it.each<[string, Files]>([
    ['npm', { 'package.json': { name: 'r', workspaces: ['packages/*', '!packages/old', './apps/**'] } }],
    ['yarn', { 'package.json': { name: 'r', workspaces: { packages: ['packages/{a,b}', 'apps/**'] } } }],
    [
      'pnpm',
      { 'package.json': {}, 'pnpm-workspace.yaml': "packages:\n  - 'packages/*' # all\n  - '!**/old'\n  - apps/**\n" },
    ],
    [
      'lerna',
      { 'package.json': {}, 'lerna.json': { packages: ['packages/[!o]*', 'packages/a', 'packages/b', 'apps/*/*'] } },
    ],
  ])('lists the members of %s', (_, root) => {
    make({ ...packages, ...root });
    expect(members().sort()).toEqual(['a', 'b', 'deep']);
    expect(findWorkspace(project.at('packages/a/src')).root).toBe(project.root);
    expect(findPackage(project.at('packages/b/x.ts'))?.workspaceRoot).toBe(project.root);
  });

  it('takes an Nx root whose packages no glob names', () => {
    make({ 'package.json': { name: 'nx' }, 'nx.json': {}, ...packages });
    expect(members()).toContain('deep');
    expect(findWorkspace(project.at('apps/deep/er')).root).toBe(project.root);
  });

  it('leaves a package that no glob names on its own', () => {
    make({
      'package.json': { workspaces: ['packages/*'] },
      'packages/a/package.json': {},
      'demo/package.json': { name: 'demo' },
    });
    expect(findWorkspace(project.at('demo/src')).root).toBe(project.at('demo'));
  });

  it('ends at the checkout', () => {
    make({ 'package.json': { workspaces: ['inner'] }, 'inner/package.json': { name: 'inner' }, 'inner/.git/HEAD': '' });
    expect(findWorkspace(project.at('inner')).root).toBe(project.at('inner'));
  });

  it('counts the root among all packages', () => {
    make({ 'package.json': { name: 'r', workspaces: ['packages/*'] }, 'packages/a/package.json': { name: 'a' } });
    expect(allPackages(project.at('packages/a')).map(({ name }) => name)).toEqual(['r', 'a']);
  });
});

it('reads pnpm lists in either notation', () => {
  make({});
  expect(readPnpmPackages('packages: ["a/*", b]\nother:\n  - c\n')).toEqual(['a/*', 'b']);
  expect(readPnpmPackages('catalog:\n  x: 1\npackages:\n- "a"\n# note\n- b # why\n\nonlyBuilt:\n- c\n')).toEqual([
    'a',
    'b',
  ]);
});

it.each([
  ['^4.18.2', 4, 18],
  ['~0.9', 0, 9],
  ['5', 5, 0],
  ['5.x', 5, 0],
  ['>=16.3 <19', 16, 3],
  ['v2.1.0', 2, 1],
  ['npm:@scope/other@^3.2.1', 3, 2],
  ['workspace:^1.4.0', 1, 4],
])('reads %s', (range, major, minor) => {
  make({});
  expect(findVersion(range)).toMatchObject({ major, minor });
});

it.each(['*', 'latest', 'workspace:*', 'file:../x', 'github:a/b#v1', '<3', ''])('finds no version in %j', (range) => {
  make({});
  expect(findVersion(range)).toBeNull();
});
