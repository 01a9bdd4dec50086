import { basename, dirname } from 'node:path';

import type { BackendFile } from '../../model/file.js';

/** Where the names of a folder's migrations tell their order: `20250101120000_users`, `1700000000000-Users`, `Migration20250101`, `V12__users`, `003-users`. */
const ORDER = /^(?:Migration|V)?(\d+(?:[._-]\d+)*)/i;
/** A migration has a way forward. */
const GOES_UP = /\bup\b/;

/**
 * Whether a migration is one of the `newest` of its folder (in one of at most twice as many, any is), by the timestamp or number that its name begins with. Those
 * before have run everywhere: nobody changes them any more. One whose place can't be told counts as new, and so does
 * each where `newest` is 0.
 */
export function isRecentMigration(file: BackendFile, newest: number): boolean {
  if (newest === 0 || placeOf(file.path) === null) return true;
  const folder = dirname(file.path);
  return isAmongNewest(
    file.path,
    file.project.filesMentioning(file.path, GOES_UP).filter((path) => dirname(path) === folder),
    newest,
  );
}

/** The same, for a migration among `all` those of its folder. */
export function isAmongNewest(path: string, all: readonly string[], newest: number): boolean {
  const place = placeOf(path);
  if (newest === 0 || place === null) return true;
  // A young project's few migrations may not have run anywhere yet.
  return all.length <= 2 * newest || all.filter((each) => isLater(placeOf(each), place)).length < newest;
}

/** The name that a migration is ordered by: its own, or that of its folder (`20250101120000_users/migration.sql`). */
export const orderedName = (path: string): string =>
  ORDER.test(basename(path)) ? basename(path) : basename(dirname(path));

/** Whether a migration's place among the others can be told. */
export const hasPlace = (path: string): boolean => placeOf(path) !== null;

function placeOf(path: string): bigint[] | null {
  const digits = ORDER.exec(orderedName(path))?.[1];
  return digits === undefined ? null : digits.split(/[._-]/).map(BigInt);
}

/** `2024-01-09` after `2023-12-24`, and `10` after `9`; what has no number has no place in the order. */
function isLater(place: readonly bigint[] | null, than: readonly bigint[]): boolean {
  if (!place) return false;
  for (const [index, number] of place.entries()) {
    const other = than[index];
    if (other === undefined) return true;
    if (number !== other) return number > other;
  }
  return false;
}
