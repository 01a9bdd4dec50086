import { basename } from 'node:path';
import { projectFor } from '../project/open.js';
import type { CollectedApplication, CollectedEndpoint, CollectedFile, SecretTraces } from './collected.js';
import { cellOf, findingsIn, findingsOnTheWay, indexFindings, practicesOf, type FindingIndex } from './cells.js';
import type {
  ApplicationPurpose,
  DataEntry,
  EndpointEntry,
  Place,
  RuleEntry,
  Survey,
  VariableEntry,
} from './document.js';
import { locate, type Located, type Reported } from './findings.js';
import { maskSource, tracesOf } from './masks.js';
import type { Range } from './place.js';

export const SURVEY_SCHEMA = 'https://unpkg.com/eslint-plugin-backend/survey.schema.json';

export interface SurveyInput {
  /** The folder that paths are shown relative to, absolute. */
  readonly cwd: string;
  readonly collected: ReadonlyMap<string, CollectedFile>;
  readonly reported: readonly Reported[];
  readonly rules: readonly RuleEntry[];
  readonly faults: Survey['faults'];
  readonly tool: Survey['tool'];
  readonly preset: string;
  readonly files: number;
  readonly madeAt: Date;
  readonly shownPath: (file: string) => string;
  /** The text of a file; null where it can't be read. */
  readonly read: (file: string) => string | null;
}

/** A survey, and the sources that its places lead to. */
export interface Built {
  readonly survey: Survey;
  /** The text of a shown path with secrets covered; null where it can't be read. */
  readonly source: (shown: string) => string | null;
}

/** Puts together what was collected from the files and what the rules reported. */
export function buildSurvey(input: SurveyInput): Built {
  const { cwd, collected, shownPath } = input;
  const files = [...collected.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const texts = maskedTexts(input);
  const located = locate(input.reported, input.rules, { ...texts, shown: shownPath });
  const index = indexFindings(located);
  const shown = ({ file, line, endLine }: Range): Place => ({ file: shownPath(file), line, endLine });
  const each = <T>(pick: (file: CollectedFile) => readonly T[]): T[] => files.flatMap(pick);
  const place = <T extends { readonly at: Range }>({ at, ...entry }: T): Omit<T, 'at'> & { readonly place: Place } => ({
    ...entry,
    place: shown(at),
  });
  const absolute = new Map<string, string>();
  const survey: Survey = {
    $schema: SURVEY_SCHEMA,
    version: 1,
    tool: input.tool,
    project: { name: projectName(cwd), preset: input.preset, files: input.files },
    madeAt: input.madeAt.toISOString(),
    applications: each(({ applications }) => applications).map(({ serves, ...application }) => ({
      ...place(application),
      serves: mapValues(serves, (range) => range && shown(range)),
    })),
    endpoints: endpointsOf(files, located, index, shown),
    data: dataOf(
      each(({ data }) => data),
      shown,
    ),
    transactions: each(({ transactions }) => transactions).map(place),
    tokens: each(({ tokens }) => tokens).map(place),
    caches: each(({ caches }) => caches).map(place),
    jobs: each(({ jobs }) => jobs).map(place),
    outgoing: each(({ outgoing }) => outgoing).map(place),
    environment: variablesOf(
      each(({ variables }) => variables),
      shown,
    ),
    deployment: deploymentOf(files),
    findings: located.map(({ entry }) => entry),
    rules: input.rules,
    faults: input.faults,
  };
  for (const file of [...collected.keys(), ...texts.known()]) absolute.set(shownPath(file), file);
  for (const range of allRanges(files)) absolute.set(shownPath(range.file), range.file);
  return { survey, source: (path) => texts.masked(absolute.get(path) ?? path) };
}

const mapValues = <T, U>(
  record: Readonly<Record<ApplicationPurpose, T>>,
  map: (value: T) => U,
): Record<ApplicationPurpose, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)])) as Record<ApplicationPurpose, U>;

const projectName = (cwd: string): string =>
  projectFor({ modules: {} }).findPackage(`${cwd}/package.json`)?.name ?? basename(cwd);

function* allRanges(files: readonly CollectedFile[]): Generator<Range> {
  for (const { endpoints, applications } of files) {
    for (const { answers, guards, handler } of endpoints) {
      for (const { proof } of Object.values(answers)) if (proof) yield proof;
      for (const { at } of guards) yield at;
      if (handler.at) yield handler.at;
    }
    for (const { serves } of applications) for (const range of Object.values(serves)) if (range) yield range;
  }
}

/** The texts of files, made once each; of files that were not linted the secrets are looked up now. */
function maskedTexts({ collected, reported, rules, read }: SurveyInput) {
  const masks = new Map<string, string | null>();
  const traces = (file: string): SecretTraces => {
    const known = collected.get(file)?.secrets;
    if (known) return known;
    const opened = projectFor({ modules: {} }).open(file);
    return opened ? tracesOf(opened) : { ranges: [], texts: [] };
  };
  const secretRules = new Set(rules.filter(({ area }) => area === 'secrets').map(({ name }) => name));
  const masked = (file: string): string | null => {
    let text = masks.get(file);
    if (text === undefined) {
      const raw = read(file);
      const told = reported.filter((finding) => finding.file === file && secretRules.has(finding.rule));
      text =
        raw === null
          ? null
          : maskSource(
              raw,
              traces(file),
              told.map((finding) => offsetsOf(finding, raw)),
            );
      masks.set(file, text);
    }
    return text;
  };
  return { masked, traces, known: () => masks.keys() };
}

function offsetsOf({ line, column, endLine, endColumn }: Reported, text: string): [number, number] {
  const lines = text.split('\n');
  const offset = (at: number, within: number): number =>
    lines.slice(0, at - 1).reduce((sum, each) => sum + each.length + 1, 0) + within - 1;
  return [offset(line, column), offset(endLine, endColumn)];
}

function endpointsOf(
  files: readonly CollectedFile[],
  located: readonly Located[],
  index: FindingIndex,
  shown: (range: Range) => Place,
): EndpointEntry[] {
  const ids = new Map<string, number>();
  return files.flatMap((file) =>
    file.endpoints.map((endpoint) => {
      const { framework, method, path, at, handler, guards } = endpoint;
      const onTheWay = findingsOnTheWay(endpoint, index);
      const practices = practicesOf(endpoint, onTheWay, located, index, shown);
      const base = `${method} ${path ?? handler.name ?? '?'} ${shown(at).file}`;
      const count = (ids.get(base) ?? 0) + 1;
      ids.set(base, count);
      return {
        id: count === 1 ? base : `${base} ${count}`,
        framework,
        method,
        path,
        place: shown(at),
        handler: { name: handler.name, place: handler.at && shown(handler.at) },
        guards: guards.map(({ at: range, ...guard }) => ({ ...guard, place: shown(range) })),
        practices: {
          ...practices,
          errorsHandled: withBoundary(practices, endpoint, file, files, located, index, shown),
        },
        findings: [...new Set([...onTheWay, ...Object.values(practices).flatMap((cell) => cell.findings)])],
      };
    }),
  );
}

/** Errors end at the application's boundary: its error handler is the proof, a finding there concerns every route. */
function withBoundary(
  { errorsHandled: cell }: EndpointEntry['practices'],
  { framework, answers }: CollectedEndpoint,
  { folder }: CollectedFile,
  files: readonly CollectedFile[],
  located: readonly Located[],
  index: FindingIndex,
  shown: (range: Range) => Place,
): EndpointEntry['practices']['errorsHandled'] {
  if (cell.state !== 'yes') return cell;
  const applications: CollectedApplication[] = files
    .filter((file) => file.folder === folder)
    .flatMap((file) => file.applications)
    .filter((application) => application.framework === framework);
  const faults = applications
    .flatMap(({ at }) => findingsIn(at, index))
    .filter(({ rule }) => rule === 'require-error-handler');
  if (applications.length > 0 && faults.length === applications.length)
    return cellOf(
      answers.errorsHandled,
      faults.map((each) => each.index),
      located,
      shown,
    );
  const handler = applications.map(({ serves }) => serves['error-handler']).find((range) => range !== null);
  return handler ? { ...cell, proof: shown(handler) } : cell;
}

function dataOf(queries: CollectedFile['data'], shown: (range: Range) => Place): DataEntry[] {
  const groups = new Map<string, { entry: Omit<DataEntry, 'places'>; places: Place[] }>();
  for (const { at, ...entry } of queries) {
    const key = [at.file, entry.store, entry.entity, entry.operation].join('\n');
    const group = groups.get(key) ?? { entry, places: [] };
    groups.set(key, group);
    group.places.push(shown(at));
  }
  return [...groups.values()].map(({ entry, places }) => ({ ...entry, places }));
}

function variablesOf(reads: CollectedFile['variables'], shown: (range: Range) => Place): VariableEntry[] {
  const places = new Map<string, Place[]>();
  for (const { name, at } of reads) places.set(name, [...(places.get(name) ?? []), shown(at)]);
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, list]) => ({ name, places: list }));
}

/** What the manifests round the linted packages show. */
function deploymentOf(files: readonly CollectedFile[]): Survey['deployment'] {
  const project = projectFor({ modules: {} });
  const signs = new Map<string, Survey['deployment']['signs'][number]>();
  const services = new Map<string, Survey['deployment']['services'][number]>();
  const folders = new Set(files.flatMap(({ folder }) => folder ?? []));
  for (const folder of folders) {
    const path = `${folder}/package.json`;
    for (const { kind, detail } of project.deploymentEvidence(path)) signs.set(`${kind} ${detail}`, { kind, detail });
    for (const { name, manifest, variables } of project.servicesRound(path))
      services.set(`${name} ${manifest}`, { name, manifest, variables: [...variables.keys()] });
  }
  return { signs: [...signs.values()], services: [...services.values()] };
}
