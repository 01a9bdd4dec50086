import { join } from 'node:path';

import { asRecord } from './disk.js';
import { findModuleFile } from './module-file.js';
import { matches } from './tsconfig.js';

const BUILD_FOLDER = /^(?:dist|lib|build|out|output|esm|cjs|\.output)$/;
const BUILD_VARIANT = /^(?:cjs|esm|es|mjs|lib|types|node|commonjs|module|src)$/;
const SOURCE_FOLDERS = ['src', 'lib', 'source', ''];
const FIELDS = ['source', 'main', 'module', 'types', 'typings', 'browser'];

/**
 * The source file behind a package of this workspace: its package.json names what a build will make
 * (`./dist/index.js`), and the build is usually not there.
 * @param subpath `.` for the package itself, else `./sub/path`
 * @returns null where nothing is found that looks like source
 */
export function findSourceEntry(dir: string, json: Readonly<Record<string, unknown>>, subpath: string): string | null {
  for (const target of allTargets(json, subpath)) {
    for (const candidate of sourceCandidates(target)) {
      const file = findModuleFile(join(dir, candidate), dir);
      if (file !== null) return file;
    }
  }
  const inner = subpath === '.' ? 'index' : subpath.slice(2);
  const places = SOURCE_FOLDERS.map((folder) => join(dir, folder, inner));
  if (subpath === '.') places.push(join(dir, 'src', 'main'), join(dir, 'app', 'index'));
  else places.push(...sourceCandidates(subpath).map((candidate) => join(dir, candidate)));
  for (const place of places) {
    const file = findModuleFile(place, dir);
    if (file !== null) return file;
  }
  return null;
}

/** The files that a package.json names for a subpath. */
function allTargets(json: Readonly<Record<string, unknown>>, subpath: string): string[] {
  const targets: string[] = [];
  if (subpath === '.' && typeof json['source'] === 'string') targets.push(json['source']);
  targets.push(...allMapTargets(json['exports'], subpath, '.'));
  if (subpath === '.') {
    for (const field of FIELDS) {
      const value = json[field];
      if (typeof value === 'string') targets.push(value);
    }
  }
  return targets;
}

/**
 * The targets of a key in an `exports` or `imports` map (https://nodejs.org/api/packages.html), all conditions taken.
 * @param implicitKey the key that a map without subpaths stands for: `.` for exports, null for imports
 */
export function allMapTargets(map: unknown, key: string, implicitKey: string | null): string[] {
  const record = asRecord(map);
  const hasKeys = record !== null && Object.keys(record).some((name) => name.startsWith('.') || name.startsWith('#'));
  if (!hasKeys) return key === implicitKey ? allConditions(map) : [];
  if (key in record) return allConditions(record[key]);
  const patterns = Object.keys(record).filter((pattern) => pattern.includes('*'));
  // Node takes the pattern with the longest part before the star.
  patterns.sort((a, b) => b.indexOf('*') - a.indexOf('*'));
  for (const pattern of patterns) {
    const star = matches(pattern, key);
    if (star) return allConditions(record[pattern]).map((target) => target.replace(/\*/g, () => star));
  }
  return [];
}

const FIRST_CONDITIONS = ['source', 'development', 'bun'];
const LAST_CONDITIONS = ['types', 'browser'];

function allConditions(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(allConditions);
  const record = asRecord(value);
  if (!record) return [];
  const rank = (name: string): number => (FIRST_CONDITIONS.includes(name) ? 0 : LAST_CONDITIONS.includes(name) ? 2 : 1);
  return Object.keys(record)
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((name) => allConditions(record[name]));
}

const withoutExtension = (path: string): string => path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');

/** Where the source of a built file may stand, best first: `dist/cjs/server.cjs` → `src/server`, `lib/server`, … */
export function sourceCandidates(target: string): string[] {
  const segments = target.replace(/^\.\//, '').split('/');
  const candidates: string[] = [];
  const source = segments.lastIndexOf('src');
  if (BUILD_FOLDER.test(segments[0] ?? '')) {
    // A build of several packages keeps their paths: `dist/packages/api/src/index.js`.
    if (source > 0) candidates.push(segments.slice(source).join('/'));
    let rest = segments.slice(1);
    for (;;) {
      for (const folder of SOURCE_FOLDERS) candidates.push([folder, ...rest].filter(Boolean).join('/'));
      if (rest.length < 2 || !BUILD_VARIANT.test(rest[0] ?? '')) break;
      rest = rest.slice(1);
    }
  }
  const isBuilt = /^(?:dist|build|out|output|\.output)$/.test(segments[0] ?? '');
  const plain = candidates.map(withoutExtension).filter((candidate) => candidate !== '');
  if (!isBuilt) plain.push(segments.join('/'));
  return plain;
}
