import type { Cell, Practice, State } from '../../survey/document.js';

interface Words {
  readonly label: string;
  /** What the column asks. */
  readonly question: string;
}

/** The columns, in order. */
export const PRACTICES: Readonly<Record<Practice, Words>> = {
  validated: { label: 'Validated', question: 'Does what the client sends pass a schema?' },
  authenticated: { label: 'Authenticated', question: 'Is it known who calls?' },
  limited: { label: 'Rate-limited', question: 'Is there a limit to how often it can be called?' },
  idempotent: { label: 'Idempotent', question: 'Does a repeated request do its work once?' },
  paginated: { label: 'Paginated', question: 'Is there a bound on every list that it reads?' },
  transactional: { label: 'Transactional', question: 'Are its writes done together or not at all?' },
  timedOut: { label: 'Timed out', question: 'Does it stop waiting for other services?' },
  errorsHandled: { label: 'Errors handled', question: 'Is an error answered and not lost?' },
  cached: { label: 'Cached', question: 'Is an answer kept for the next request, and kept right?' },
};
export const PRACTICE_NAMES = Object.keys(PRACTICES) as Practice[];

/** A state as the page shows it: a "no" that a rule reports is told from one that nothing reports. */
export type Look = 'finding' | 'no' | 'unknown' | 'yes' | 'na';
/** Worst first: the order of sorting. */
export const LOOKS: readonly Look[] = ['finding', 'no', 'unknown', 'yes', 'na'];
export const LOOK_WORDS: Readonly<Record<Look, { readonly label: string; readonly meaning: string }>> = {
  finding: { label: 'No, finding', meaning: 'a rule reports it' },
  no: { label: 'No', meaning: 'nothing in the code does it; no rule reports it' },
  unknown: { label: 'Unknown', meaning: 'can’t be told from the code' },
  yes: { label: 'Yes', meaning: 'the code does it' },
  na: { label: 'Not applicable', meaning: 'the question does not arise' },
};

const OF_STATE: Readonly<Record<State, Look>> = { yes: 'yes', no: 'no', na: 'na', unknown: 'unknown' };
export const lookOf = ({ state, findings }: Cell): Look => (findings.length > 0 ? 'finding' : OF_STATE[state]);

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** A moment as its reader's clock shows it. */
export const momentOf = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
