import { dirname } from 'node:path';

import { currentEpoch, onForget } from './caches.js';
import { configurationVersion } from './disk.js';
import { sourceFiles } from './files.js';
import { resolveImport } from './resolve.js';
import { findRequiredStrings, mayContain } from './text-filter.js';
import { dropDigest, findDigest, type TextDigest, textOf } from './texts.js';
import { findWorkspaceRoot } from './workspace.js';

export { textOf } from './texts.js';

/** What is known of the source files below one root. */
interface Survey {
  readonly root: string;
  epoch: number;
  files: readonly string[];
  isComplete: boolean;
  digests: ReadonlyMap<string, TextDigest>;
  /** Counts up when a file was added, removed or changed. */
  version: number;
  /** Counts up when a file was added or removed, or a configuration changed: imports may lead elsewhere. */
  layout: number;
  configuration: number;
  readonly answers: Map<string, { version: number; files: readonly string[] }>;
  readonly imports: Map<
    string,
    { digest: TextDigest; layout: number; specifiers: readonly string[]; targets: readonly string[] }
  >;
  importers: { version: number; layout: number; byTarget: ReadonlyMap<string, readonly string[]> } | null;
}

const MAX_ANSWERS = 2_000;

const surveys = new Map<string, Survey>();

onForget(() => {
  surveys.clear();
});

/** The survey of a root, its files and their digests up to date. The first call reads every source file once. */
function surveyOf(root: string): Survey {
  const epoch = currentEpoch();
  let survey = surveys.get(root);
  if (survey?.epoch === epoch) return survey;
  if (!survey) {
    survey = {
      root,
      epoch: 0,
      files: [],
      isComplete: true,
      digests: new Map(),
      version: 0,
      layout: 0,
      configuration: -1,
      answers: new Map(),
      imports: new Map(),
      importers: null,
    };
    surveys.set(root, survey);
  }
  const { files, isComplete } = sourceFiles(root);
  const digests = new Map<string, TextDigest>();
  let hasChanged = false;
  for (const path of files) {
    const digest = findDigest(path);
    if (!digest) continue;
    hasChanged ||= survey.digests.get(path) !== digest;
    digests.set(path, digest);
  }
  const isSameLayout =
    files.length === survey.files.length && files.every((path, index) => path === survey.files[index]);
  if (!isSameLayout) {
    for (const path of survey.files) {
      if (digests.has(path)) continue;
      dropDigest(path);
      survey.imports.delete(path);
    }
  }
  if (hasChanged || digests.size !== survey.digests.size) survey.version++;
  const configuration = configurationVersion();
  if (!isSameLayout || configuration !== survey.configuration) survey.layout++;
  Object.assign(survey, { files, isComplete, digests, configuration, epoch });
  return survey;
}

/**
 * How often the files below each root, and the configurations, were seen to change. What was found out of a file rests on
 * them: on who imports it, on what stands elsewhere.
 */
export function allVersions(): ReadonlyMap<string, number> {
  const versions = new Map([['', configurationVersion()]]);
  for (const root of surveys.keys()) versions.set(root, surveyOf(root).version);
  return versions;
}

/** False where the root has more source files than are looked at: an answer "nowhere" then proves nothing. */
export const isSurveyComplete = (root: string): boolean => surveyOf(root).isComplete;

/**
 * The source files below `root` whose text holds `needle`.
 * @param needle a string (letter case counts) or a pattern; a pattern with a plain run of three characters is fast
 */
export function filesMentioning(root: string, needle: string | RegExp): readonly string[] {
  const survey = surveyOf(root);
  const key = typeof needle === 'string' ? `"${needle}` : `/${needle.source}/${needle.flags}`;
  const known = survey.answers.get(key);
  if (known?.version === survey.version) return known.files;
  const required = typeof needle === 'string' ? [needle] : findRequiredStrings(needle);
  // A global or sticky pattern would remember where it stopped in the file before.
  const pattern = typeof needle === 'string' ? null : new RegExp(needle.source, needle.flags.replace(/[gy]/g, ''));
  const files: string[] = [];
  for (const [path, digest] of survey.digests) {
    if (required && !required.some((text) => mayContain(digest.filter, text))) continue;
    const text = textOf(path);
    if (text !== null && (pattern ? pattern.test(text) : text.includes(needle as string))) files.push(path);
  }
  if (survey.answers.size >= MAX_ANSWERS) survey.answers.clear();
  survey.answers.set(key, { version: survey.version, files });
  return files;
}

// After the keyword stands nothing but a bracket, spaces and comments (`import(/* webpackChunkName: "a" */ './a')`).
const SPECIFIER =
  /(?:\bfrom|\bimport|\brequire(?:\.resolve)?|\bmock)\s*\(?\s*(?:\/\*[^*]*\*\/\s*)?(?:'([^'\n]+)'|"([^"\n]+)"|`([^`$\n]+)`)/g;

/** The specifiers that a text imports, re-exports or requires, found without parsing: a few too many, none missing. */
export function allSpecifiers(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(SPECIFIER)) {
    const specifier = match[1] ?? match[2] ?? match[3];
    if (specifier !== undefined && !/\s/.test(specifier)) found.add(specifier);
  }
  return [...found];
}

/** The source files of the workspace round `path` that import it. The first call scans the workspace's imports. */
export function importersOf(path: string): readonly string[] {
  const survey = surveyOf(findWorkspaceRoot(dirname(path)));
  return importersIn(survey).get(path) ?? [];
}

function importersIn(survey: Survey): ReadonlyMap<string, readonly string[]> {
  const { importers, version, layout } = survey;
  if (importers?.version === version && importers.layout === layout) return importers.byTarget;
  const byTarget = new Map<string, string[]>();
  for (const [path, digest] of survey.digests) {
    for (const target of targetsOf(survey, path, digest)) {
      const list = byTarget.get(target);
      if (list) list.push(path);
      else byTarget.set(target, [path]);
    }
  }
  survey.importers = { version, layout, byTarget };
  return byTarget;
}

function targetsOf(survey: Survey, path: string, digest: TextDigest): readonly string[] {
  const known = survey.imports.get(path);
  const isSameText = known?.digest === digest;
  if (isSameText && known.layout === survey.layout) return known.targets;
  const specifiers = isSameText ? known.specifiers : allSpecifiers(textOf(path) ?? '');
  const targets = new Set<string>();
  for (const specifier of specifiers) {
    const resolution = resolveImport(specifier, path);
    if (resolution && 'file' in resolution && resolution.file !== path) targets.add(resolution.file);
  }
  const found = { digest, layout: survey.layout, specifiers, targets: [...targets] };
  survey.imports.set(path, found);
  return found.targets;
}
