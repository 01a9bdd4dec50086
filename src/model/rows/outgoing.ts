import type { Position } from '../library.js';

/**
 * A call that goes out over the network, or one that sets up such calls. Where several positions are named, the first at
 * which something stands counts.
 */
export interface OutgoingRow {
  /**
   * `request`: sends one. `client`: makes a client whose options hold for its calls. `defaults`: sets options for all
   * calls of the library (`setGlobalDispatcher`).
   */
  readonly does: 'request' | 'client' | 'defaults';
  /** Where the address stands, as text, URL or a property of the options. */
  readonly url?: readonly Position[];
  /** The HTTP method: its name, or where it stands. */
  readonly method?: string;
  /** Where what is sent stands. */
  readonly body?: readonly Position[];
  /** Where the options may stand. Where it is a first argument, an address may stand in its place. */
  readonly options: readonly Position[];
  /** The options any of which bounds the time that the call waits, nested ones by their path: `signal`, `httpOptions.timeout`. */
  readonly limits: readonly string[];
  /** How many seconds it waits where nothing is said; null: for ever. */
  readonly waits: number | null;
  /** A method of the result that bounds the time: superagent's `.timeout(ms)`. */
  readonly link?: string;
  /** The option as the library's users write it: `signal: AbortSignal.timeout(10_000)`. */
  readonly write?: string;
  /** The other side is a database or cache of the service's own. */
  readonly database?: true;
}
