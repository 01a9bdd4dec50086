import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, sep } from 'node:path';

import { currentEpoch, onForget } from './caches.js';

type EntryKind = 'file' | 'directory';
/** `link` until someone asks where it leads. */
type Entries = Map<string, EntryKind | 'link' | 'other'>;

interface Listing {
  entries: Entries | null;
  mtimeMs: number;
  epoch: number;
  /** False when the folder had just changed as it was read: a second change may share its time stamp. */
  settled: boolean;
}

interface Parsed {
  value: unknown;
  mtimeMs: number;
  size: number;
  epoch: number;
}

const MAX_LISTINGS = 50_000;
const MAX_JSON_BYTES = 2_000_000;
const MAX_JSON_FILES = 5_000;
const CLOCK_TICK_MS = 20;

const listings = new Map<string, Listing>();
const parsed = new Map<string, Parsed>();
let jsonChanges = 0;
let jsonCheckedIn = 0;

onForget(() => {
  listings.clear();
  parsed.clear();
  jsonChanges++;
});

/** What stands at `path`, links followed; null where nothing does or it can't be read. */
export function findStats(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function readEntries(dir: string): Entries | null {
  try {
    const entries: Entries = new Map();
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const kind = entry.isFile()
        ? 'file'
        : entry.isDirectory()
          ? 'directory'
          : entry.isSymbolicLink()
            ? 'link'
            : 'other';
      entries.set(entry.name, kind);
    }
    return entries;
  } catch {
    return null;
  }
}

/** The entries of a folder by name, or null where there is no such folder. Questions of existence go through here. */
export function findEntries(dir: string): ReadonlyMap<string, string> | null {
  return listingOf(dir).entries;
}

function listingOf(dir: string): Listing {
  const epoch = currentEpoch();
  const known = listings.get(dir);
  if (known?.epoch === epoch) return known;
  const stats = findStats(dir);
  const mtimeMs = stats?.isDirectory() ? stats.mtimeMs : -1;
  if (known && known.mtimeMs === mtimeMs && known.settled) {
    known.epoch = epoch;
    return known;
  }
  if (listings.size >= MAX_LISTINGS) listings.clear();
  const settled = mtimeMs === -1 || Date.now() - mtimeMs > CLOCK_TICK_MS;
  const listing: Listing = { entries: mtimeMs === -1 ? null : readEntries(dir), mtimeMs, epoch, settled };
  listings.set(dir, listing);
  return listing;
}

function kindOf(path: string): EntryKind | null {
  const cut = path.lastIndexOf(sep);
  if (cut < 0) return null;
  const dir = cut === 0 || path[cut - 1] === ':' ? path.slice(0, cut + 1) : path.slice(0, cut);
  const entries = listingOf(dir).entries;
  const name = path.slice(cut + 1);
  const kind = entries?.get(name);
  if (!entries || !kind || kind === 'other') return null;
  if (kind !== 'link') return kind;
  const target = findStats(path);
  const real = target?.isFile() ? 'file' : target?.isDirectory() ? 'directory' : 'other';
  entries.set(name, real);
  return real === 'other' ? null : real;
}

export const isFile = (path: string): boolean => kindOf(path) === 'file';
export const isDirectory = (path: string): boolean => kindOf(path) === 'directory';

/** The text of a file, without a byte order mark; null where it can't be read. Not cached. */
export function readText(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  } catch {
    return null;
  }
}

/**
 * The value that `parse` makes of a small file, kept until the file changes.
 * @returns null where the file is missing, unreadable, too large, or `parse` throws.
 */
export function readParsed<T>(path: string, parse: (text: string) => T): T | null {
  const epoch = currentEpoch();
  const known = parsed.get(path);
  if (known?.epoch === epoch) return known.value as T | null;
  const stats = isFile(path) ? findStats(path) : null;
  const mtimeMs = stats?.mtimeMs ?? -1;
  const size = stats?.size ?? -1;
  if (known && known.mtimeMs === mtimeMs && known.size === size) {
    known.epoch = epoch;
    return known.value as T | null;
  }
  if (known) jsonChanges++;
  if (parsed.size >= MAX_JSON_FILES) parsed.clear();
  let value: T | null = null;
  if (stats && size <= MAX_JSON_BYTES) {
    const text = readText(path);
    try {
      value = text === null ? null : parse(text);
    } catch {
      value = null;
    }
  }
  parsed.set(path, { value, mtimeMs, size, epoch });
  return value;
}

/** A number that changes when one of the small files read so far (package.json, tsconfig.json, …) has changed. */
export function configurationVersion(): number {
  const epoch = currentEpoch();
  if (jsonCheckedIn !== epoch) {
    jsonCheckedIn = epoch;
    for (const [path, known] of parsed) {
      if (known.epoch === epoch) continue;
      const stats = isFile(path) ? findStats(path) : null;
      if ((stats?.mtimeMs ?? -1) !== known.mtimeMs || (stats?.size ?? -1) !== known.size) jsonChanges++;
    }
  }
  return jsonChanges;
}

/** The object in a JSON file; null where there is none. */
export const readJson = (path: string): Record<string, unknown> | null => readParsed(path, parseObject);

function parseObject(text: string): Record<string, unknown> | null {
  return asRecord(JSON.parse(text));
}

/** `value` as a record, or null where it is none. */
export function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** The strings among the elements of `value`; empty where it is no array. */
export function allStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** `dir` and its parents, innermost first, up to and including `last` (or the root of the file system). */
export function* upward(dir: string, last: string | null = null): Generator<string> {
  for (let current = dir; ; current = dirname(current)) {
    yield current;
    if (current === last || dirname(current) === current) return;
  }
}

/** The folder with `.git` round `dir`; null outside a checkout. */
export function findGitRoot(dir: string): string | null {
  for (const current of upward(dir)) if (findEntries(current)?.has('.git')) return current;
  return null;
}

/** Whether `path` is `dir` or lies in it. */
export function isInside(path: string, dir: string): boolean {
  return path === dir || path.startsWith(dir.endsWith(sep) ? dir : dir + sep);
}

/** `path` relative to `root`, with forward slashes. */
export function relativePath(path: string, root: string): string {
  const inner = isInside(path, root) ? path.slice(root.length).replace(/^[\\/]+/, '') : path;
  return sep === '/' ? inner : inner.split(sep).join('/');
}
