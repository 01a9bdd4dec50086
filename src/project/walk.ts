import { createRequire } from 'node:module';
import { join, sep } from 'node:path';

import type * as Ignore from 'ignore';

import { findEntries, findGitRoot, isDirectory, isFile, readParsed, relativePath, upward } from './disk.js';

/** One .gitignore: the folder that its patterns are relative to, and what they say of a path in it. */
interface IgnoreLayer {
  readonly dir: string;
  readonly rules: Ignore.Ignore;
}

export interface Walk {
  /** Absolute paths in the order of their folders. */
  readonly files: readonly string[];
  /** False when the walk gave up at its bound. */
  readonly isComplete: boolean;
}

/** Never source, wherever they stand. Folders with a leading dot are left out as well. */
const NEVER = new Set(['node_modules', 'bower_components', 'dist', 'jspm_packages', '__generated__', 'generated']);
/** Output when they stand at a package's root; deeper down they may be a part of the application (`src/vendor`). */
const OUTPUT = new Set(['build', 'out', 'coverage', 'vendor', 'tmp', 'temp', 'logs', 'storybook-static', 'typings']);
const PUBLIC = new Set(['public', 'static', 'assets', 'www', 'wwwroot']);
const PUBLIC_ONLY = new Set(['vendor', 'lib', 'libs', 'build', 'js', 'dist']);

/** Loaded when a project is first walked: it costs start-up time. */
const parseIgnore = (text: string): Ignore.Ignore =>
  (createRequire(__filename)('ignore') as typeof Ignore).default({ allowRelativePaths: true }).add(text);

function findLayer(dir: string, file: string): IgnoreLayer | null {
  const rules = readParsed(file, parseIgnore);
  return rules ? { dir, rules } : null;
}

/** What git ignores: the innermost .gitignore that says anything decides (https://git-scm.com/docs/gitignore). */
function isIgnored(path: string, isFolder: boolean, layers: readonly IgnoreLayer[]): boolean {
  for (let index = layers.length - 1; index >= 0; index--) {
    const { dir, rules } = layers[index] as IgnoreLayer;
    const inner = relativePath(path, dir);
    if (inner === '' || inner === path) continue;
    const { ignored, unignored } = rules.test(isFolder ? `${inner}/` : inner);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

/** The ignore files that stand above `root` in its checkout, outermost first. */
function layersAbove(root: string): IgnoreLayer[] {
  const gitRoot = findGitRoot(root);
  if (gitRoot === null) return [];
  const layers: IgnoreLayer[] = [];
  for (const dir of upward(root, gitRoot)) {
    const layer = dir === root ? null : findLayer(dir, join(dir, '.gitignore'));
    if (layer) layers.unshift(layer);
  }
  const exclude = findLayer(gitRoot, join(gitRoot, '.git', 'info', 'exclude'));
  if (exclude) layers.unshift(exclude);
  // Someone who lints an ignored folder means it.
  return isIgnored(root, true, layers) ? [] : layers;
}

/**
 * Files below `root` that git doesn't ignore and that aren't installed or built; symbolic links aren't followed.
 * @param accepts whether a file is wanted, by its name
 * @param limit how many wanted files are taken before the walk gives up
 */
export function walkFiles(root: string, accepts: (name: string) => boolean, limit: number): Walk {
  const files: string[] = [];
  const visit = (dir: string, name: string, isTop: boolean, layers: readonly IgnoreLayer[]): boolean => {
    const entries = findEntries(dir);
    if (!entries) return true;
    const own = entries.has('.gitignore') ? findLayer(dir, join(dir, '.gitignore')) : null;
    const inner = own ? [...layers, own] : layers;
    const isPackage = isTop || entries.has('package.json');
    const folders: string[] = [];
    for (const [entry, kind] of entries) {
      const path = dir.endsWith(sep) ? dir + entry : dir + sep + entry;
      if (kind === 'file') {
        if (!accepts(entry) || isIgnored(path, false, inner)) continue;
        if (files.length >= limit) return false;
        files.push(path);
      } else if (kind === 'directory') {
        if (entry.startsWith('.') || NEVER.has(entry) || (isPackage && OUTPUT.has(entry))) continue;
        if (PUBLIC.has(name) && PUBLIC_ONLY.has(entry)) continue;
        if (!isIgnored(path, true, inner)) folders.push(entry);
      }
    }
    return folders.every((folder) => visit(join(dir, folder), folder, false, inner));
  };
  const isComplete = isDirectory(root) || !isFile(root) ? visit(root, '', true, layersAbove(root)) : true;
  return { files, isComplete };
}
