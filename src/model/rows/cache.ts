import type { Position } from '../library.js';

/** A call on a cache or key-value store, or one that makes such a client. */
export interface CacheRow {
  readonly does: 'read' | 'write' | 'delete' | 'expire' | 'client' | 'wrap';
  readonly key?: Position;
  readonly value?: Position;
  /** Where an expiry may stand: an argument, or options of these names in it. */
  readonly ttl?: readonly Position[];
  /** Words among the arguments that set an expiry: `set(key, value, 'EX', 60)`. */
  readonly words?: RegExp;
  /** The expiry as the library's users write it behind the value: `'EX', 3600`. */
  readonly write?: string;
  /** A store that keeps what it is told to: a cache only where the code uses it as one. */
  readonly store?: true;
}
