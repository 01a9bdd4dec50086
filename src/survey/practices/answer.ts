import type { RouteKnowledge } from '../../facts/applications/route-table.js';
import type { Guard, Route } from '../../model/route.js';
import type { State } from '../document.js';
import type { Range } from '../place.js';
import type { Reach } from '../reach.js';

/** What the model answers for one route and one practice, before the findings are looked at. */
export interface Answer {
  readonly state: State;
  readonly why: string;
  readonly proof: Range | null;
}

/** What a practice is asked about. */
export interface Subject {
  readonly route: Route;
  readonly knows: RouteKnowledge;
  readonly reach: Reach;
  readonly guards: readonly Guard[];
}

export type Judge = (subject: Subject) => Answer;

export const yes = (why: string, proof: Range | null): Answer => ({ state: 'yes', why, proof });
export const no = (why: string, proof: Range | null): Answer => ({ state: 'no', why, proof });
export const na = (why: string): Answer => ({ state: 'na', why, proof: null });
export const unknown = (why: string, proof: Range | null = null): Answer => ({ state: 'unknown', why, proof });

/** A sentence's own words for how many there are: `1 query`, `3 queries`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/**
 * The guards of which neither the function nor the package is known: what they do can't be told. Other routers beside
 * the route's (`app.use(plugin.routes())`) answer their own paths.
 */
export const closedGuards = (guards: readonly Guard[]): readonly Guard[] =>
  guards.filter(
    ({ fn, module, name }) =>
      fn === null && module === null && !/^(?:routes|allowedMethods|routers?)$/i.test(name ?? ''),
  );

/** The answer where the handler itself can't be seen. */
export const NO_HANDLER = unknown('The handler could not be found, so nothing is known of what it does.');

const READING =
  /(?<![a-z])(?:list|get|info|search|find|query|count|export|config|preview|check|status|show|read|fetch|lookup|validate|verify|suggest|autocomplete|log-?in|sign-?in|authenticate|render|download|stats?|report)(?![a-z])/i;

/** Whether a route that may change something is for reading, by its name: what it changes need not have been seen, then. */
export const isForReading = ({ path, verb }: Route): boolean =>
  /^(?:POST|ALL|MUTATION)$/.test(verb) && READING.test((path ?? '').replaceAll(/([a-z])([A-Z])/g, '$1 $2'));

export const isMessage = ({ verb }: Route): boolean => verb === 'MESSAGE';
export const isRead = ({ verb }: Route): boolean => /^(?:GET|HEAD|QUERY|SUBSCRIPTION|OPTIONS)$/.test(verb);
