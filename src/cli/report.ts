import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PRESET_NAMES, type PresetName } from '../configs.js';
import { excerptsOf } from '../report/excerpts.js';
import { readTemplate, renderPage } from '../report/page-file.js';
import { buildSurvey, type Built } from '../survey/build.js';
import type { CollectedFile } from '../survey/collected.js';
import { COLLECTOR, makeCollector } from '../survey/collector.js';
import { compareSurveys } from '../survey/compare.js';
import type { RuleEntry, Survey } from '../survey/document.js';
import type { Reported } from '../survey/findings.js';
import { readSurvey, SurveyError } from '../survey/read.js';
import { oneLine, UsageError } from './errors.js';
import { findLintable } from './files.js';
import type { Io } from './io.js';
import { CodeLinter } from './lint.js';
import { hint } from './nearest.js';
import { commonFolder, shownPath } from './paths.js';
import { bareName, PREFIX, type CliPlugin } from './plugin.js';
import { isError, isFatal, type FileResult, type Message } from './results.js';
import { selectRules } from './selection.js';
import { Session, type Outcome } from './session.js';
import { writeAtomically } from './write.js';

const OPTIONS = {
  json: { type: 'boolean' },
  out: { type: 'string' },
  compare: { type: 'string' },
  preset: { type: 'string' },
} as const;
const DEFAULT_OUT = 'report.html';

interface Options {
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly out: string | null;
  readonly compare: string | null;
  readonly preset: PresetName;
}

function readOptions(args: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const preset = PRESET_NAMES.find((name) => name === (values.preset ?? 'recommended'));
    if (preset === undefined)
      throw new UsageError(`--preset takes one of ${PRESET_NAMES.join(', ')}.${hint(values.preset!, PRESET_NAMES)}`);
    if (values.json && values.compare !== undefined)
      throw new UsageError('--compare is for the page; compare two JSON surveys as you like.');
    const { json = false, out = null, compare = null } = values;
    return { paths: positionals, json, out, compare, preset };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${oneLine(error)} report knows --out, --json, --compare and --preset.`);
  }
}

/**
 * `backend-lint report`: one pass over the files, in which the rules run and the survey is collected; then a page, or
 * the survey as JSON.
 * @throws {UsageError} for options, paths or an earlier report that can't be read
 */
export async function report(args: readonly string[], plugin: CliPlugin, io: Io): Promise<number> {
  const options = readOptions(args);
  // Before the work, not after it.
  const earlier =
    options.compare === null ? null : await readEarlier(resolve(io.cwd, options.compare), options.compare);
  const { survey, source } = await makeSurvey(options, plugin, io);
  if (options.json) {
    const text = `${JSON.stringify(survey, null, 2)}\n`;
    if (options.out === null) io.stdout.write(text);
    else await write(options.out, text, io);
    return 0;
  }
  const changes = earlier && compareSurveys(earlier, survey);
  const page = renderPage(readTemplate(), { survey, excerpts: excerptsOf(survey, source), changes });
  const out = options.out ?? DEFAULT_OUT;
  await write(out, page, io);
  const errors = survey.findings.filter(({ severity }) => severity === 'error').length;
  const counts = [
    [survey.endpoints.length, 'endpoint'],
    [errors, 'error'],
    [survey.findings.length - errors, 'warning'],
  ].map(([count, noun]) => `${count} ${noun}${count === 1 ? '' : 's'}`);
  io.stdout.write(`${out}: ${counts.join(', ')}\n`);
  for (const { file, message } of survey.faults) io.stderr.write(`backend-lint: ${file}: ${message}\n`);
  return 0;
}

async function readEarlier(file: string, given: string): Promise<Survey> {
  try {
    return await readSurvey(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof SurveyError ? error.message : oneLine(error);
    throw new UsageError(`Can't compare with ${given}: ${reason}.`);
  }
}

async function write(out: string, text: string, io: Io): Promise<void> {
  try {
    await writeAtomically(resolve(io.cwd, out), text);
  } catch (error) {
    throw new UsageError(`Can't write ${out}: ${oneLine(error)}`);
  }
}

/** Lints with the collector among the rules, and puts the survey together. */
export async function makeSurvey(
  { paths, preset }: Pick<Options, 'paths' | 'preset'>,
  plugin: CliPlugin,
  io: Pick<Io, 'cwd' | 'stderr'>,
): Promise<Built> {
  const { files, named } = await findLintable(io.cwd, paths);
  const [first] = files;
  if (first === undefined) throw new UsageError('No JavaScript or TypeScript files to report on.');
  const rules = selectRules(plugin, { preset, rules: [] });
  const collected = new Map<string, CollectedFile>();
  const withCollector: CliPlugin = { ...plugin, rules: { ...plugin.rules, [COLLECTOR]: makeCollector(collected) } };
  const linter = new CodeLinter(
    { kind: 'embedded', plugin: withCollector, rules: { ...rules, [PREFIX + COLLECTOR]: 'error' } },
    commonFolder(
      io.cwd,
      files.map((file) => dirname(file)),
    ),
  );
  await linter.prepare(first);
  const outcome = await new Session(linter, io, { fix: false, fixSuggestions: false, fixDryRun: false }).lintFiles(
    files,
    named,
  );
  return buildSurvey({
    cwd: io.cwd,
    collected,
    reported: outcome.results.flatMap(reportedIn),
    rules: Object.keys(rules).map((name) => ruleEntry(bareName(name), plugin)),
    faults: faultsOf(outcome, io.cwd),
    tool: { name: plugin.meta.name, version: plugin.meta.version },
    preset,
    files: outcome.results.length,
    madeAt: new Date(),
    shownPath: (file) => shownPath(io.cwd, file),
    read: readText,
  });
}

/** No finding: a file that can't be parsed, a rule or the collector that failed on it, settings that can't be read. */
const isFault = (message: Message): boolean =>
  isFatal(message) ||
  message.ruleId === PREFIX + COLLECTOR ||
  message.messageId === 'internalError' ||
  message.messageId === 'settingsError';

const reportedIn = ({ filePath, messages }: FileResult): Reported[] =>
  messages.flatMap((message) => {
    if (isFault(message) || message.ruleId === null) return [];
    const { ruleId, line, column, endLine, endColumn } = message;
    const severity = isError(message) ? 'error' : 'warning';
    const at = { line, column, endLine: endLine ?? line, endColumn: endColumn ?? column + 1 };
    return [{ file: filePath, rule: bareName(ruleId), severity, message: message.message, ...at }];
  });

function ruleEntry(name: string, plugin: CliPlugin): RuleEntry {
  const { area, level, description, url } = plugin.rules[name]!.meta.docs;
  return { name, area, level, description, url };
}

/** Files that could not be parsed or read, and those of which the survey could not be made. */
function faultsOf({ results, faults }: Outcome, cwd: string): Survey['faults'] {
  const ofFiles = results.flatMap(({ filePath, messages }) =>
    messages.filter(isFault).map(({ message }) => ({ file: shownPath(cwd, filePath), message })),
  );
  return [...ofFiles, ...faults.map(({ file, message }) => ({ file: shownPath(cwd, file), message }))];
}

/** As the linter saw it: without a byte order mark. */
function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}
