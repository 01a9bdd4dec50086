import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { refreshProject } from '../../src/project/caches.js';
import { packageName, resolveImport } from '../../src/project/resolve.js';
import { makeProject, type ProjectOnDisk } from './project-on-disk.js';

let project: ProjectOnDisk;
afterAll(() => project.remove());

/** The file that a specifier leads to, relative to the project; or what else comes back. */
function lead(specifier: string, from: string): unknown {
  const resolution = resolveImport(specifier, project.at(from));
  return resolution && 'file' in resolution ? resolution.file.slice(project.root.length + 1) : resolution;
}

describe('a single package', () => {
  beforeAll(() => {
    project = makeProject({
      'package.json': {
        name: 'shop',
        main: 'lib/index.js',
        dependencies: { express: '^4', '@scope/lib': '1.0.0', shadowed: '1.0.0' },
        imports: {
          '#config': './dist/config.js',
          '#db/*': { types: './dist/db/*.d.ts', default: './dist/db/*.js' },
          '#log': 'pino',
        },
      },
      'tsconfig.json': `{
        // comments and trailing commas are allowed
        "compilerOptions": { "baseUrl": ".", "paths": { "@app/*": ["src/*"], "shadowed": ["src/config"], "gen/*": ["missing/*"], }, },
      }`,
      'src/index.ts': '',
      'src/config.ts': '',
      'src/routes/index.ts': '',
      'src/routes.ts': '',
      'src/page.tsx': '',
      'src/worker.mts': '',
      'src/legacy.cts': '',
      'src/plain.js': '',
      'src/types.d.ts': '',
      'src/data.json': {},
      'src/db/client.ts': '',
      'src/users/user.service.ts': '',
    });
  });

  it.each([
    ['./config', 'src/config.ts'],
    ['./config.js', 'src/config.ts'],
    ['./page.js', 'src/page.tsx'],
    ['./page.jsx', 'src/page.tsx'],
    ['./worker.mjs', 'src/worker.mts'],
    ['./legacy.cjs', 'src/legacy.cts'],
    ['./plain', 'src/plain.js'],
    ['./types', 'src/types.d.ts'],
    ['./types.js', 'src/types.d.ts'],
    ['./data.json', 'src/data.json'],
    ['./users/user.service', 'src/users/user.service.ts'],
    ['.', 'src/index.ts'],
    ['./', 'src/index.ts'],
  ])('follows %s', (specifier, file) => {
    expect(lead(specifier, 'src/main.ts')).toBe(file);
  });

  it('takes the file beside a folder of its name, and the folder where a slash says so', () => {
    expect(lead('./routes', 'src/main.ts')).toBe('src/routes.ts');
    expect(lead('./routes/', 'src/main.ts')).toBe('src/routes/index.ts');
  });

  it('follows paths and baseUrl of the tsconfig', () => {
    expect(lead('@app/users/user.service', 'src/main.ts')).toBe('src/users/user.service.ts');
    expect(lead('src/config', 'src/main.ts')).toBe('src/config.ts');
  });

  it('prefers an alias to an installed package of the same name', () => {
    expect(lead('shadowed', 'src/main.ts')).toBe('src/config.ts');
  });

  it('follows the imports of package.json to the sources of the build that they name', () => {
    expect(lead('#config', 'src/main.ts')).toBe('src/config.ts');
    expect(lead('#db/client', 'src/main.ts')).toBe('src/db/client.ts');
    expect(lead('#log', 'src/main.ts')).toEqual({ external: 'pino' });
    expect(lead('#nothing', 'src/main.ts')).toBeNull();
  });

  it('takes imports of the missing build for its sources', () => {
    expect(lead('../lib/config', 'test/a.js')).toBe('src/config.ts');
    expect(lead('..', 'test/a.js')).toBe('src/index.ts');
  });

  it('names external packages, builtins without node:', () => {
    expect(lead('express', 'src/main.ts')).toEqual({ external: 'express' });
    expect(lead('@scope/lib/deep/file', 'src/main.ts')).toEqual({ external: '@scope/lib' });
    expect(lead('node:fs/promises', 'src/main.ts')).toEqual({ external: 'fs/promises' });
    expect(lead('crypto', 'src/main.ts')).toEqual({ external: 'crypto' });
    expect(lead('npm:hono@4', 'src/main.ts')).toEqual({ external: 'hono' });
    expect(lead('bun:sqlite', 'src/main.ts')).toEqual({ external: 'bun:sqlite' });
  });

  it('knows nothing of what leads nowhere', () => {
    for (const specifier of [
      './missing',
      '@app/missing',
      'gen/client',
      '@/missing',
      '~/missing',
      '',
      '\0virtual',
      '/',
    ]) {
      expect(lead(specifier, 'src/main.ts'), specifier).toBeNull();
    }
  });

  it('sees a file that was added, in the next epoch', () => {
    expect(lead('./later', 'src/main.ts')).toBeNull();
    project.write({ 'src/later.ts': '' });
    refreshProject();
    expect(lead('./later', 'src/main.ts')).toBe('src/later.ts');
  });

  it('sees that the tsconfig was changed', () => {
    expect(lead('$lib/config', 'src/main.ts')).not.toBe('src/config.ts');
    project.write({ 'tsconfig.json': { compilerOptions: { paths: { '$lib/*': ['./src/*'] } } } });
    refreshProject();
    expect(lead('$lib/config', 'src/main.ts')).toBe('src/config.ts');
  });
});

describe('a workspace', () => {
  beforeAll(() => {
    project = makeProject({
      'package.json': { name: 'root', workspaces: ['packages/*', 'apps/*'] },
      'tsconfig.base.json': { compilerOptions: { paths: { '@base/*': ['./packages/*/src'] } } },
      'apps/api/package.json': {
        name: 'api',
        dependencies: { '@acme/lib': 'workspace:*', linked: 'file:../../vendor-in/linked' },
      },
      'apps/api/tsconfig.json': {
        extends: '@acme/not-installed/base.json',
        references: [{ path: './tsconfig.app.json' }],
      },
      'apps/api/tsconfig.app.json': { compilerOptions: { paths: { '@lib/*': ['./src/library/*'] } } },
      'apps/api/src/main.ts': '',
      'apps/api/src/library/db.ts': '',
      'packages/lib/package.json': { name: '@acme/lib', main: './dist/index.js' },
      'packages/lib/lib/index.ts': '',
      'packages/lib/lib/tokens/sign.ts': '',
      'packages/framework/package.json': {
        name: '@acme/framework',
        exports: {
          '.': { require: { types: './dist/cjs/index.d.cts', default: './dist/cjs/index.cjs' } },
          './express': { import: './dist/esm/servers/express.js' },
          './queries/*': './src/queries/*.ts',
        },
      },
      'packages/framework/src/index.ts': '',
      'packages/framework/src/servers/express.ts': '',
      'packages/framework/src/queries/users.ts': '',
      'packages/empty/package.json': { name: '@acme/empty', main: 'dist/index.js' },
      'vendor-in/linked/package.json': { name: 'linked', main: 'index.js' },
      'vendor-in/linked/index.js': '',
    });
  });

  it.each([
    ['@acme/lib', 'packages/lib/lib/index.ts'],
    ['@acme/lib/dist/tokens/sign', 'packages/lib/lib/tokens/sign.ts'],
    ['@acme/lib/lib/tokens/sign.js', 'packages/lib/lib/tokens/sign.ts'],
    ['@acme/framework', 'packages/framework/src/index.ts'],
    ['@acme/framework/express', 'packages/framework/src/servers/express.ts'],
    ['@acme/framework/queries/users', 'packages/framework/src/queries/users.ts'],
    ['linked', 'vendor-in/linked/index.js'],
  ])('maps %s to its source', (specifier, file) => {
    expect(lead(specifier, 'apps/api/src/main.ts')).toBe(file);
  });

  it('names a package of the workspace whose source is nowhere', () => {
    expect(lead('@acme/empty', 'apps/api/src/main.ts')).toEqual({ external: '@acme/empty' });
  });

  it('reads the configs that a tsconfig references, though its extends is not installed', () => {
    expect(lead('@lib/db', 'apps/api/src/main.ts')).toBe('apps/api/src/library/db.ts');
  });

  it('reads tsconfig.base.json at the root', () => {
    expect(lead('@base/framework', 'apps/api/src/main.ts')).toBe('packages/framework/src/index.ts');
  });
});

describe('no usable tsconfig', () => {
  beforeAll(() => {
    project = makeProject({
      'package.json': { name: 'broken' },
      'tsconfig.json': '{ "compilerOptions": { "paths": ',
      'src/lib/db.ts': '',
      'lib/outer.ts': '',
    });
  });

  it.each([
    ['@/lib/db', 'src/lib/db.ts'],
    ['~/lib/db', 'src/lib/db.ts'],
    ['@/lib/outer', 'lib/outer.ts'],
    ['src/lib/db', 'src/lib/db.ts'],
  ])('follows the customary alias %s', (specifier, file) => {
    expect(lead(specifier, 'src/main.ts')).toBe(file);
  });
});

it('tells the package of a specifier', () => {
  expect(packageName('lodash/fp')).toBe('lodash');
  expect(packageName('@nestjs/jwt/dist')).toBe('@nestjs/jwt');
  expect(packageName('@/x')).toBeNull();
});
