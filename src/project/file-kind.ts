import { dirname } from 'node:path';

import type { FileKind } from '../model/file.js';
import { findGitRoot, isInside, relativePath } from './disk.js';
import { findPackageFolder, findWorkspaceRoot } from './workspace.js';

/** Kinds told by the file's own name. */
const BY_NAME: readonly (readonly [RegExp, FileKind])[] = [
  [/\.(?:gen|generated)\.[cm]?[jt]sx?$|[._]pb\.[cm]?[jt]s$|_grpc_pb\.[jt]s$|\.min\.[cm]?js$/i, 'generated'],
  [/\.(?:stories|story)\.[cm]?[jt]sx?$/i, 'story'],
  [/(?:\.(?:tests?|spec|e2e|cy|e2e-spec|e2e-test|int-spec|bench)|_tests?|_spec)\.[cm]?[jt]sx?$/i, 'test'],
  [
    /^(?:jest|vitest)[.-]?setup\.|^setup-?tests?\.|^test-?(?:setup|utils?|helpers?)\.[cm]?[jt]sx?$|^tests\.[cm]?[jt]s$/i,
    'test',
  ],
  [/\.(?:mock|mocks|stub)\.[cm]?[jt]sx?$/i, 'mock'],
  [/\.fixtures?\.[cm]?[jt]sx?$/i, 'fixture'],
  [/^(?:seed|seeder|seeds|seed-[\w-]*|.*[.-]seed|.*[.-]seeder)\.(?:[cm]?[jt]s|sql)$/i, 'seed'],
  [/^\d{10,}[-_].*\.(?:[cm]?[jt]s|sql)$|\.migration\.[cm]?[jt]s$/i, 'migration'],
];

/** Kinds told by a folder of the path, most decisive first: `tests/scripts/run.ts` is a test before it is a script. */
const BY_FOLDER: readonly (readonly [RegExp, FileKind])[] = [
  [/^(?:generated|__generated__|\.prisma)$/i, 'generated'],
  [/^(?:__mocks__|mocks|__stubs__)$/i, 'mock'],
  [/^(?:fixtures|__fixtures__|fixture|testdata|test-data)$/i, 'fixture'],
  [/^(?:__tests?__|tests?|specs?|e2e|e2e-tests?|cypress|playwright|integration-tests?|app-tests)$/i, 'test'],
  [/^(?:test-utils?|test-helpers?)$/i, 'test'],
  [/^(?:stories|\.storybook)$/i, 'story'],
  [/^(?:seeds?|seeders?)$/i, 'seed'],
  [/^(?:migrations?|data-migrations?)$/i, 'migration'],
];

/** Folders that mean something only at the top of a package: `src/tools` or `services/demo` is the application's. */
const BY_TOP_FOLDER: readonly (readonly [RegExp, FileKind])[] = [
  [/^(?:testing|benchmarks?|bench)$/i, 'test'],
  [/^(?:examples?|samples?|demos?|playgrounds?)$/i, 'example'],
  [/^(?:tools?|tooling|eslint-rules|eslint-local-rules|webpack|\.[\w-]+)$/i, 'tooling'],
];

/** Folders that mean the same beside the sources: `src/scripts`, `server/scripts`. */
const BY_OUTER_FOLDER: readonly (readonly [RegExp, FileKind])[] = [
  [/^(?:scripts?|bin)$/i, 'script'],
  [/^testing$/i, 'test'],
];

const CONFIG_NAME =
  /^\.|\.(?:config|conf)\.[cm]?[jt]s$|^(?:knexfile|gulpfile|gruntfile|webpack|babel|karma)[\w.-]*\.[cm]?[jt]s$/i;
const TOOLING_NAME = /^(?:gulpfile|gruntfile|jest|vitest|karma)[\w.-]*\.[cm]?[jt]s$/i;

/** Files that a framework routes by their path: a folder `test` in it is a part of the address. */
const ROUTED_FILE =
  /^(?:route|page|layout|loading|error|actions?|default|middleware|\+server|\+page\.server|\[.*\]|index)\.[cm]?[jt]sx?$/i;
const ROUTED_ROOT = new Set(['app', 'pages', 'routes', 'api']);

/**
 * What a file is for, by its path below the root of its workspace: where the checkout stands says nothing.
 * @param path absolute path, or what a linter gave in its place (`<input>`)
 * @param root the folder that the path is judged from; by default the root of its workspace
 */
export function classifyFile(path: string, root?: string): FileKind {
  const base = root ?? rootFor(path);
  const segments = relativePath(path, base).split(/[\\/]/).filter(Boolean);
  const name = segments.pop() ?? '';
  const named = BY_NAME.find(([pattern]) => pattern.test(name));
  if (named) return named[1];

  const folders = telling(segments, name);
  for (const [pattern, kind] of BY_FOLDER) if (folders.some((folder) => pattern.test(folder))) return kind;

  const packageDepth = packageDepthOf(path, base);
  const inner = segments.slice(packageDepth);
  if (inner.length === 0 && TOOLING_NAME.test(name)) return 'tooling';
  if (inner.length === 0 && CONFIG_NAME.test(name)) return 'config';
  const top = [...segments.slice(0, packageDepth), ...inner.slice(0, 1)];
  for (const [pattern, kind] of BY_TOP_FOLDER) if (top.some((folder) => pattern.test(folder))) return kind;
  const outer = [
    ...segments.slice(0, 1),
    ...segments.slice(Math.max(packageDepth - 1, 0), packageDepth),
    ...inner.slice(0, 2),
  ];
  for (const [pattern, kind] of BY_OUTER_FOLDER) if (outer.some((folder) => pattern.test(folder))) return kind;
  return 'source';
}

/** The folders that say something; those of an address don't. */
function telling(segments: readonly string[], name: string): readonly string[] {
  if (!ROUTED_FILE.test(name)) return segments;
  const routed = segments.findIndex((segment) => ROUTED_ROOT.has(segment));
  // Without a folder round it (`src`, `apps/web`), `app/test/index.ts` may as well be a test of the application.
  const isRouted = routed >= 0 && (/^(?:route|page|layout|\+|\[)/i.test(name) || segments[routed] === 'pages');
  return isRouted ? segments.slice(0, routed) : segments;
}

/** How many leading segments of the path below `base` lead to the package of the file. */
function packageDepthOf(path: string, base: string): number {
  const dir = findPackageFolder(dirname(path));
  if (dir === null || !isInside(dir, base)) return 0;
  return relativePath(dir, base).split('/').filter(Boolean).length;
}

/** The workspace's root; without one the checkout, the working directory, or the file's own folder. */
function rootFor(path: string): string {
  const folder = dirname(path);
  if (findPackageFolder(folder) !== null) return findWorkspaceRoot(folder);
  const cwd = process.cwd();
  return findGitRoot(folder) ?? (isInside(path, cwd) ? cwd : folder);
}
