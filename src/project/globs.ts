import { join } from 'node:path';

import { findEntries, isDirectory, isFile } from './disk.js';

const MAX_DEPTH = 8;

/** Splits `{a,b}` groups into plain patterns: `apps/{api,web}` gives `apps/api` and `apps/web`. */
function allAlternatives(pattern: string): string[] {
  const group = /\{([^{}]*)\}/.exec(pattern);
  if (!group) return [pattern];
  const [whole, inner] = group as unknown as [string, string];
  return inner
    .split(',')
    .flatMap((part) =>
      allAlternatives(pattern.slice(0, group.index) + part + pattern.slice(group.index + whole.length)),
    );
}

const clean = (pattern: string): string => pattern.replace(/\\/g, '/').replace(/^\.\//, '').replace(/\/+$/, '');

const escape = (text: string): string => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');

function segmentPattern(segment: string): RegExp {
  return new RegExp(`^${escape(segment).replace(/\*+/g, '[^/]*').replace(/\?/g, '[^/]')}$`);
}

/** A pattern over whole relative paths, `**` included. */
function pathPattern(pattern: string): RegExp {
  const source = clean(pattern)
    .split('/')
    .map((segment) => (segment === '**' ? '**' : segmentPattern(segment).source.slice(1, -1)))
    .join('/');
  return new RegExp(
    `^${source
      .replace(/\*\*\//g, '(?:.*/)?')
      .replace(/\/\*\*/g, '(?:/.*)?')
      .replace(/^\*\*$/, '.*')}$`,
  );
}

const isSkipped = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/** Whether a path, with forward slashes, is one that any of the globs means. */
export const matchesGlobs = (path: string, globs: readonly string[]): boolean =>
  globs.some((glob) => allAlternatives(glob).some((each) => pathPattern(each).test(path)));

/**
 * The folders with a package.json that workspace globs (`packages/*`, `apps/**`, `!packages/old`) select.
 * @param root the folder that the globs are relative to
 * @returns paths relative to `root` with forward slashes, sorted
 */
export function allMemberFolders(root: string, globs: readonly string[]): string[] {
  const patterns = globs.flatMap(allAlternatives).map(clean);
  const negations = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => pathPattern(pattern.slice(1)));
  const found = new Set<string>();

  const visit = (path: string, segments: readonly string[], depth: number): void => {
    const dir = join(root, path);
    const [segment, ...rest] = segments;
    if (segment === undefined) {
      if (path !== '' && isFile(join(dir, 'package.json'))) found.add(path);
      return;
    }
    const child = (name: string): string => (path === '' ? name : `${path}/${name}`);
    if (!/[*?]/.test(segment)) {
      const next = join(dir, segment);
      if (isDirectory(next)) visit(child(segment), rest, depth);
      return;
    }
    const isDeep = segment === '**';
    if (isDeep) visit(path, rest, depth);
    if (depth >= MAX_DEPTH) return;
    const matcher = isDeep ? null : segmentPattern(segment);
    for (const name of findEntries(dir)?.keys() ?? []) {
      if (isSkipped(name) || (matcher && !matcher.test(name)) || !isDirectory(join(dir, name))) continue;
      visit(child(name), isDeep ? segments : rest, depth + 1);
    }
  };

  for (const pattern of patterns) if (!pattern.startsWith('!')) visit('', pattern.split('/'), 0);
  return [...found].filter((path) => !negations.some((negation) => negation.test(path))).sort();
}
