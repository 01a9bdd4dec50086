import { currentEpoch, onForget } from './caches.js';
import { findStats, readText } from './disk.js';
import { makeTextFilter, type TextFilter } from './text-filter.js';

/** What stays of a file's text: small, and enough to leave most files unread when they are searched. */
export interface TextDigest {
  readonly path: string;
  mtimeMs: number;
  size: number;
  epoch: number;
  filter: TextFilter;
  /** Counts up with every change of the file. */
  version: number;
}

const MAX_FILE_BYTES = 1_000_000;
/** Texts kept for the next question, in characters. */
const MAX_KEPT = 24_000_000;
const KEEP_MS = 5_000;

const digests = new Map<string, TextDigest>();
const kept = new Map<string, { digest: TextDigest; version: number; text: string }>();
let keptSize = 0;
let timer: NodeJS.Timeout | null = null;

function dropTexts(): void {
  kept.clear();
  keptSize = 0;
  timer = null;
}

onForget(() => {
  digests.clear();
  dropTexts();
});

function keep(digest: TextDigest, text: string): void {
  if (keptSize + text.length > MAX_KEPT) return;
  kept.set(digest.path, { digest, version: digest.version, text });
  keptSize += text.length;
  timer ??= setTimeout(dropTexts, KEEP_MS).unref();
}

/** The digest of a file as it is on disk now; null where there is none or it is larger than a megabyte. */
export function findDigest(path: string): TextDigest | null {
  const epoch = currentEpoch();
  const known = digests.get(path);
  if (known?.epoch === epoch) return known;
  const stats = findStats(path);
  if (!stats?.isFile() || stats.size > MAX_FILE_BYTES) {
    digests.delete(path);
    return null;
  }
  if (known && known.mtimeMs === stats.mtimeMs && known.size === stats.size) {
    known.epoch = epoch;
    return known;
  }
  const text = readText(path);
  if (text === null) return null;
  const digest: TextDigest = {
    path,
    mtimeMs: stats.mtimeMs,
    size: stats.size,
    epoch,
    filter: makeTextFilter(text),
    version: (known?.version ?? 0) + 1,
  };
  const old = kept.get(path);
  if (old) {
    kept.delete(path);
    keptSize -= old.text.length;
  }
  digests.set(path, digest);
  keep(digest, text);
  return digest;
}

/** Forgets the digest of a file that is no longer there. */
export function dropDigest(path: string): void {
  digests.delete(path);
}

/** The text of a file on disk; null where it can't be read or is larger than a megabyte. */
export function textOf(path: string): string | null {
  const digest = findDigest(path);
  if (!digest) return null;
  const known = kept.get(path);
  if (known && known.version === digest.version && known.digest === digest) return known.text;
  const text = readText(path);
  if (text !== null) keep(digest, text);
  return text;
}
