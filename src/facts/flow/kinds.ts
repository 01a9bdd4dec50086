import type { KindSet } from '../../model/flow.js';
import type { SinkKind } from '../../model/rows/flow.js';

/** `private` stands for an address that was looked up and found public: what redirects lead to wasn't. */
export type Danger = SinkKind | 'private';

const KINDS: readonly Danger[] = [
  'command',
  'path',
  'url',
  'redirect',
  'code',
  'query',
  'template',
  'html',
  'regexp',
  'property',
  'merge',
  'serialized',
  'xml',
  'log',
  'object',
  'filter',
  'nosql',
  'row',
  'input',
  'lookup',
  'private',
];
const bits = new Map<Danger, KindSet>(KINDS.map((kind, i) => [kind, 1 << i]));

/** The set of the given kinds. */
export const kinds = (...given: readonly Danger[]): KindSet => given.reduce((set, kind) => set | bits.get(kind)!, 0);

export const NONE: KindSet = 0;
export const ALL: KindSet = kinds(...KINDS);
/** What can only be done with an object of the client's shape. */
export const TEXT: KindSet = kinds('object', 'merge', 'filter', 'row');
/** What was looked at before: a text by a type test, a message of a declared shape. */
export const CHECKED: KindSet = TEXT | kinds('input', 'lookup');
/** What a service puts into its own queue: names of its files and keys, rarely what a client wrote there. */
export const TRUSTED: KindSet = kinds('path', 'log', 'property', 'regexp', 'redirect');

export const hasKind = (set: KindSet, kind: Danger): boolean => (set & bits.get(kind)!) !== 0;

/** The set that a row names. */
export const kindsOf = (named: readonly SinkKind[] | 'all' | undefined): KindSet =>
  named === 'all' ? ALL : kinds(...(named ?? []));
