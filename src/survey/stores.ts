import { cacheAccessesOf, methodOf, prefixOf } from '../facts/cache/accesses.js';
import { expiryOf } from '../facts/cache/expiry.js';
import { queriesOf } from '../facts/queries.js';
import { ownTransactionsOf } from '../facts/transactions/scopes.js';
import type { BackendFile } from '../model/file.js';
import type { CollectedFile, CollectedQuery } from './collected.js';
import { rangeOf } from './place.js';

/** The queries of a file. */
export const collectQueries = (file: BackendFile): CollectedQuery[] =>
  queriesOf(file)
    .filter(({ proof }) => proof !== 'name')
    .map(({ library, entity, op, start }) => ({ store: library.name, entity, operation: op, at: rangeOf(start) }));

/** The transactions that a file opens. */
export const collectTransactions = (file: BackendFile): CollectedFile['transactions'] =>
  ownTransactionsOf(file).map(({ library, form, opening }) => ({ store: library.name, form, at: rangeOf(opening) }));

const EXPIRES = { set: 'yes', none: 'no', unknown: 'unknown' } as const;

/** The calls of a file on caches. */
export const collectCaches = (file: BackendFile): CollectedFile['caches'] =>
  cacheAccessesOf(file)
    .filter(({ row, proof }) => row.does !== 'client' && proof !== 'name')
    .map((access) => {
      const { library, row, key, node } = access;
      const isWrite = row.does === 'write' || row.does === 'wrap';
      return {
        store: library.name,
        does: methodOf(access) || row.does,
        keyPrefix: key && prefixOf(key),
        expires: isWrite ? EXPIRES[expiryOf(access, file)] : null,
        at: rangeOf(node),
      };
    });
