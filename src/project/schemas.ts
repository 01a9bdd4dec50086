import { currentEpoch, onForget } from './caches.js';
import { findStats, readText } from './disk.js';
import { allFiles } from './files.js';

const MAX_FILES = 400;
const MAX_SIZE = 1_000_000;

const schemas = new Map<string, { epoch: number; texts: readonly string[] }>();

onForget(() => {
  schemas.clear();
});

/** The texts of the database schemas below `root`: `*.prisma`, and where there are none of these `*.sql`. */
export function schemaTexts(root: string): readonly string[] {
  const epoch = currentEpoch();
  const known = schemas.get(root);
  if (known?.epoch === epoch) return known.texts;
  const files = allFiles(root, (name) => /\.(?:prisma|sql)$/.test(name)).slice(0, MAX_FILES * 10);
  const prisma = files.filter((path) => path.endsWith('.prisma'));
  const texts = (prisma.length > 0 ? prisma : files).slice(0, MAX_FILES).flatMap((path) => {
    const text = (findStats(path)?.size ?? MAX_SIZE) < MAX_SIZE ? readText(path) : null;
    return text === null ? [] : [text];
  });
  schemas.set(root, { epoch, texts });
  return texts;
}
