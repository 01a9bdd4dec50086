/**
 * What `backend-lint report --json` prints: the whole project as the model knows it. `survey.schema.json` is made of these
 * types (`npm run generate`); a change that breaks readers raises `version`.
 */
export interface Survey {
  readonly $schema: string;
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly project: ProjectEntry;
  /** When the survey was made, as ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly applications: readonly ApplicationEntry[];
  readonly endpoints: readonly EndpointEntry[];
  /** Queries, counted by file, store, table and operation. */
  readonly data: readonly DataEntry[];
  readonly transactions: readonly TransactionEntry[];
  readonly tokens: readonly TokenEntry[];
  readonly caches: readonly CacheEntry[];
  readonly jobs: readonly JobEntry[];
  readonly outgoing: readonly OutgoingEntry[];
  /** Environment variables by name, with every place that reads them. Values are nowhere in a survey. */
  readonly environment: readonly VariableEntry[];
  readonly deployment: DeploymentEntry;
  readonly findings: readonly FindingEntry[];
  /** The rules that ran. */
  readonly rules: readonly RuleEntry[];
  /** Files that could not be read or analysed. */
  readonly faults: readonly { readonly file: string; readonly message: string }[];
}

export interface ProjectEntry {
  /** Of the nearest package.json, else of the folder. */
  readonly name: string;
  /** The preset whose rules ran. */
  readonly preset: string;
  /** How many files were looked at. */
  readonly files: number;
}

/** A stretch of lines in a file, counted from 1; the file is relative to the folder in which the command ran. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

export interface ApplicationEntry {
  readonly framework: string;
  /** Of the framework in package.json; null where it can't be told. */
  readonly majorVersion: number | null;
  readonly place: Place;
  /** Something in the project makes it answer. */
  readonly isServed: boolean;
  /** What is put before its routes, in the order in which it runs. */
  readonly middleware: readonly {
    readonly name: string;
    readonly module: string | null;
    readonly path: string | null;
  }[];
  /** What it does for all of its routes. */
  readonly serves: Readonly<Record<ApplicationPurpose, Place | null>>;
}

export type ApplicationPurpose =
  'authentication' | 'rate-limit' | 'security-headers' | 'cors' | 'csrf' | 'error-handler' | 'request-id';

/** The columns of the report. */
export type Practice =
  | 'validated'
  | 'authenticated'
  | 'limited'
  | 'idempotent'
  | 'paginated'
  | 'transactional'
  | 'timedOut'
  | 'errorsHandled'
  | 'cached';

/**
 * - `yes`: the code does it; `proof` says where.
 * - `no`: a rule reports that it is missing or broken (`findings`), or the whole way was seen and nothing does it.
 * - `na`: the question does not arise.
 * - `unknown`: it can't be told from the code.
 */
export type State = 'yes' | 'no' | 'na' | 'unknown';

export interface Cell {
  readonly state: State;
  /** The reason in a sentence. */
  readonly why: string;
  readonly proof: Place | null;
  /** Indices into the survey's `findings`. */
  readonly findings: readonly number[];
}

export interface EndpointEntry {
  /** The same from survey to survey as long as method, path and file are. */
  readonly id: string;
  readonly framework: string;
  readonly method: string;
  /** The whole address, or the name of a procedure or resolver; null where it can't be told. */
  readonly path: string | null;
  readonly place: Place;
  readonly handler: { readonly name: string | null; readonly place: Place | null };
  readonly guards: readonly GuardEntry[];
  readonly practices: Readonly<Record<Practice, Cell>>;
  /** All findings in the registration, the handler and the functions that it calls: indices into `findings`. */
  readonly findings: readonly number[];
}

export interface GuardEntry {
  readonly name: string;
  readonly module: string | null;
  readonly scope: 'route' | 'router' | 'application';
  readonly place: Place;
}

export interface DataEntry {
  readonly store: string;
  /** The table, model or entity; null where it can't be told. */
  readonly entity: string | null;
  readonly operation: string;
  /** The places of the queries, all in one file. */
  readonly places: readonly Place[];
}

export interface TransactionEntry {
  readonly store: string;
  readonly form: string;
  readonly place: Place;
}

export interface TokenEntry {
  readonly does: 'sign' | 'verify' | 'configure';
  readonly library: string;
  /** `HS256`, …; empty where it can't be told. */
  readonly algorithms: readonly string[];
  readonly isDefaultAlgorithm: boolean;
  /** Where the key comes from: the kind, and the name of the variable or file. Never the key. */
  readonly key: { readonly kind: string; readonly name: string | null };
  readonly place: Place;
}

export interface CacheEntry {
  readonly store: string;
  readonly does: string;
  /** The constant beginning of the key; null where there is none. */
  readonly keyPrefix: string | null;
  /** Of writes: whether an expiry is set. */
  readonly expires: 'yes' | 'no' | 'unknown' | null;
  readonly place: Place;
}

export interface JobEntry {
  readonly library: string;
  readonly does: 'enqueue' | 'queue' | 'work' | 'schedule';
  readonly name: string | null;
  readonly place: Place;
}

export interface OutgoingEntry {
  readonly library: string;
  /** The constant beginning of the address, without user and password; null where there is none. */
  readonly address: string | null;
  readonly hasTimeLimit: 'yes' | 'no' | 'unknown';
  readonly place: Place;
}

export interface VariableEntry {
  readonly name: string;
  readonly places: readonly Place[];
}

export interface DeploymentEntry {
  /** Signs that the system consists of several services. */
  readonly signs: readonly { readonly kind: string; readonly detail: string }[];
  readonly services: readonly {
    readonly name: string;
    readonly manifest: string | null;
    readonly variables: readonly string[];
  }[];
}

export interface FindingEntry {
  /** The same from survey to survey as long as rule, file, message and line stay the same. */
  readonly key: string;
  readonly rule: string;
  readonly area: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly place: Place;
  readonly column: number;
  readonly endColumn: number;
}

export interface RuleEntry {
  readonly name: string;
  readonly area: string;
  readonly level: 'error' | 'warn' | 'strict';
  readonly description: string;
  readonly url: string;
}
