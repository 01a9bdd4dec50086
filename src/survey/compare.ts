import type { EndpointEntry, FindingEntry, Practice, State, Survey } from './document.js';

/** One cell that says something else than before. */
export interface ChangedCell {
  /** Index of the endpoint in the later survey. */
  readonly endpoint: number;
  readonly practice: Practice;
  readonly from: State;
  readonly to: State;
}

/** What became different between two surveys of a project. */
export interface Changes {
  readonly before: { readonly madeAt: string; readonly version: string; readonly preset: string };
  /** Indices into the later survey's endpoints and findings. */
  readonly newEndpoints: readonly number[];
  readonly goneEndpoints: readonly Pick<EndpointEntry, 'id' | 'method' | 'path' | 'place'>[];
  readonly cells: readonly ChangedCell[];
  readonly newFindings: readonly number[];
  readonly goneFindings: readonly FindingEntry[];
}

/** Compares a survey with an earlier one: endpoints by their id, findings by their key. */
export function compareSurveys(before: Survey, now: Survey): Changes {
  const endpoints = new Map(before.endpoints.map((endpoint) => [endpoint.id, endpoint]));
  const present = new Set(now.endpoints.map(({ id }) => id));
  const keys = new Set(before.findings.map(({ key }) => key));
  const presentKeys = new Set(now.findings.map(({ key }) => key));
  return {
    before: { madeAt: before.madeAt, version: before.tool.version, preset: before.project.preset },
    newEndpoints: indices(now.endpoints, ({ id }) => !endpoints.has(id)),
    goneEndpoints: before.endpoints
      .filter(({ id }) => !present.has(id))
      .map(({ id, method, path, place }) => ({ id, method, path, place })),
    cells: now.endpoints.flatMap((endpoint, index) => changedCells(endpoints.get(endpoint.id), endpoint, index)),
    newFindings: indices(now.findings, ({ key }) => !keys.has(key)),
    goneFindings: before.findings.filter(({ key }) => !presentKeys.has(key)),
  };
}

const indices = <T>(list: readonly T[], test: (item: T) => boolean): number[] =>
  list.flatMap((item, index) => (test(item) ? [index] : []));

function changedCells(before: EndpointEntry | undefined, now: EndpointEntry, endpoint: number): ChangedCell[] {
  if (!before) return [];
  return (Object.keys(now.practices) as Practice[]).flatMap((practice) => {
    const from = before.practices[practice].state;
    const to = now.practices[practice].state;
    return from === to ? [] : [{ endpoint, practice, from, to }];
  });
}
