import { currentEpoch, onForget } from './caches.js';
import { findStats, readText } from './disk.js';
import { allFiles } from './files.js';

const MAX_FILES = 400;
const MAX_SIZE = 1_000_000;

interface Schemas {
  readonly epoch: number;
  readonly files: readonly string[];
  texts: readonly string[] | null;
}

const schemas = new Map<string, Schemas>();

onForget(() => {
  schemas.clear();
});

function schemasBelow(root: string): Schemas {
  const epoch = currentEpoch();
  const known = schemas.get(root);
  if (known?.epoch === epoch) return known;
  const found = { epoch, files: allFiles(root, (name) => /\.(?:prisma|sql)$/.test(name)), texts: null };
  schemas.set(root, found);
  return found;
}

/** The files of database schemas below `root`: `*.prisma` and `*.sql`. */
export const schemaFiles = (root: string): readonly string[] => schemasBelow(root).files;

/** The text of such a file; null where it is too large to be read. */
export const schemaText = (path: string): string | null =>
  (findStats(path)?.size ?? MAX_SIZE) < MAX_SIZE ? readText(path) : null;

/** The texts of the database schemas below `root`: `*.prisma`, and where there are none of these `*.sql`. */
export function schemaTexts(root: string): readonly string[] {
  const found = schemasBelow(root);
  if (found.texts) return found.texts;
  const prisma = found.files.filter((path) => path.endsWith('.prisma'));
  found.texts = (prisma.length > 0 ? prisma : found.files)
    .slice(0, MAX_FILES)
    .flatMap((path) => schemaText(path) ?? []);
  return found.texts;
}
