import type {
  ApplicationPurpose,
  CacheEntry,
  EndpointEntry,
  GuardEntry,
  JobEntry,
  OutgoingEntry,
  Practice,
  TokenEntry,
} from './document.js';
import type { Range } from './place.js';
import type { Answer } from './practices/answer.js';

/** An entry as it is collected: with ranges of absolute paths where the document has places. */
type At<T extends { readonly place: unknown }> = Omit<T, 'place'> & { readonly at: Range };

export interface CollectedApplication {
  readonly framework: string;
  readonly majorVersion: number | null;
  readonly at: Range;
  readonly isServed: boolean;
  readonly middleware: readonly {
    readonly name: string;
    readonly module: string | null;
    readonly path: string | null;
  }[];
  readonly serves: Readonly<Record<ApplicationPurpose, Range | null>>;
}

export interface CollectedEndpoint extends Pick<EndpointEntry, 'framework' | 'method' | 'path'> {
  readonly at: Range;
  readonly handler: { readonly name: string | null; readonly at: Range | null };
  readonly guards: readonly At<GuardEntry>[];
  readonly answers: Readonly<Record<Practice, Answer>>;
  /** The handler and the functions that it calls, few calls away. */
  readonly reach: readonly Range[];
}

export interface CollectedQuery {
  readonly store: string;
  readonly entity: string | null;
  readonly operation: string;
  readonly at: Range;
}

/** What one file gives to the survey: plain data, so that no tree stays in memory. */
export interface CollectedFile {
  readonly path: string;
  readonly applications: readonly CollectedApplication[];
  readonly endpoints: readonly CollectedEndpoint[];
  readonly data: readonly CollectedQuery[];
  readonly transactions: readonly { readonly store: string; readonly form: string; readonly at: Range }[];
  readonly tokens: readonly At<TokenEntry>[];
  readonly caches: readonly At<CacheEntry>[];
  readonly jobs: readonly At<JobEntry>[];
  readonly outgoing: readonly At<OutgoingEntry>[];
  readonly variables: readonly { readonly name: string; readonly at: Range }[];
  /** Of the nearest package.json. */
  readonly folder: string | null;
  readonly secrets: SecretTraces;
}

/** What must not leave the survey: where secrets are written out in a file, as offsets, and their texts. */
export interface SecretTraces {
  readonly ranges: readonly (readonly [number, number])[];
  readonly texts: readonly string[];
}
