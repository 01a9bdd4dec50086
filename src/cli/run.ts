import { dirname, resolve } from 'node:path';
import { BASELINE_FILE, countGone, readBaseline, withoutKnown, writeBaseline, type Baseline } from './baseline.js';
import { COMMANDS } from './commands.js';
import { oneLine, UsageError } from './errors.js';
import { explain } from './explain.js';
import { findLintable, isLintableName, requireConfig } from './files.js';
import { formatReport } from './format/index.js';
import { totalLines } from './format/pretty.js';
import { hasColour, readAll, type Io } from './io.js';
import { CodeLinter, type Ruleset } from './lint.js';
import { helpText, parseOptions, type CliOptions, type Shard } from './options.js';
import { commonFolder, shownPath } from './paths.js';
import { LANGUAGE_FILES, type LanguageName } from '../languages/languages.js';
import { bareName, type CliPlugin } from './plugin.js';
import { allMessages, totalsOf, withoutWarnings, type FileResult, type Report } from './results.js';
import { rulesJson, rulesTable } from './rules-list.js';
import { selectRules } from './selection.js';
import { Session, type Outcome } from './session.js';
import { makeStyle } from './style.js';
import { writeAtomically } from './write.js';

const DEFAULT_WIDTH = 110;
const MAX_WIDTH = 160;

export const EXIT = { clean: 0, findings: 1, trouble: 2 } as const;

/** What an option that only prints asks for, or null. */
async function findInformation(options: CliOptions, plugin: CliPlugin, io: Io): Promise<string | null> {
  const style = makeStyle(hasColour(io.stdout, io.env));
  if (options.help) return helpText([...COMMANDS.values()]);
  if (options.version) return `${plugin.meta.version}\n`;
  if (options.listRules) return options.format === 'json' ? rulesJson(plugin) : rulesTable(plugin, style);
  if (options.explain !== null) return explain(plugin, options.explain, style);
  return null;
}

async function makeRuleset(options: CliOptions, plugin: CliPlugin, cwd: string): Promise<Ruleset> {
  if (options.config !== null) return { kind: 'config', file: await requireConfig(cwd, options.config) };
  return { kind: 'embedded', plugin, rules: selectRules(plugin, options) };
}

/** The languages besides JavaScript that the rules speak in; a config of the user's may have any. */
function languagesOf(ruleset: Ruleset): ReadonlySet<LanguageName> {
  const names = Object.keys(LANGUAGE_FILES) as LanguageName[];
  if (ruleset.kind === 'config') return new Set(names);
  const spoken = new Set(
    Object.keys(ruleset.rules).flatMap((rule) => ruleset.plugin.rules[bareName(rule)]?.schemas ?? []),
  );
  return new Set(names.filter((name) => spoken.has(name)));
}

/** Lints what the options name. */
async function lint(options: CliOptions, plugin: CliPlugin, io: Io): Promise<{ outcome: Outcome; linter: CodeLinter }> {
  const ruleset = await makeRuleset(options, plugin, io.cwd);
  const languages = languagesOf(ruleset);
  // The user's own config is read as ESLint does: its patterns are relative to where the command runs.
  const baseFor = (files: readonly string[]): string =>
    ruleset.kind === 'config'
      ? io.cwd
      : commonFolder(
          io.cwd,
          files.map((file) => dirname(file)),
        );
  if (options.stdinFilename !== null) {
    const file = resolve(io.cwd, options.stdinFilename);
    if (!isLintableName(file, languages))
      throw new UsageError(`${options.stdinFilename} is not a JavaScript or TypeScript file.`);
    const linter = new CodeLinter(ruleset, baseFor([file]));
    await linter.prepare(file);
    return { outcome: await new Session(linter, io, options).lintText(await readAll(io.stdin), file), linter };
  }
  const { files: found, named, skipped, unfinished } = await findLintable(io.cwd, options.paths, languages);
  const files = options.shard ? shareOf(found, options.shard) : found;
  for (const path of skipped) io.stderr.write(`backend-lint: skipped ${path}: not a JavaScript or TypeScript file\n`);
  for (const path of unfinished)
    io.stderr.write(`backend-lint: ${path} has too many files; lint its folders one by one for the rest\n`);
  const [first] = files;
  const where = options.paths.length === 0 ? 'the current folder' : options.paths.join(', ');
  // A share may be empty: more jobs than files is no mistake.
  if (first === undefined && found.length > 0) return { outcome: EMPTY, linter: new CodeLinter(ruleset, io.cwd) };
  if (first === undefined) throw new UsageError(`No JavaScript or TypeScript files to lint in ${where}.`);
  const linter = new CodeLinter(ruleset, baseFor(files));
  await linter.prepare(first);
  return { outcome: await new Session(linter, io, options).lintFiles(files, named), linter };
}

function exitCodeOf(results: readonly FileResult[], hasFaults: boolean, maxWarnings: number | null): number {
  const { errors, warnings, fatal } = totalsOf(allMessages(results));
  if (hasFaults || fatal > 0) return EXIT.trouble;
  return errors > 0 || (maxWarnings !== null && warnings > maxWarnings) ? EXIT.findings : EXIT.clean;
}

async function emit(text: string, options: CliOptions, io: Io): Promise<void> {
  if (options.outputFile === null) {
    io.stdout.write(text);
    return;
  }
  try {
    await writeAtomically(resolve(io.cwd, options.outputFile), text);
  } catch (error) {
    throw new UsageError(`Can't write ${options.outputFile}: ${oneLine(error)}`);
  }
}

async function report(options: CliOptions, plugin: CliPlugin, io: Io): Promise<number> {
  const { outcome, linter } = await lint(options, plugin, io);
  const { faults, fixed, diff } = outcome;
  const baseline = options.ignoreBaseline || options.stdin ? {} : await readBaseline(io.cwd);
  if (options.baseline) return takeStock(outcome, baseline, io);
  const remaining = withoutKnown(outcome.results, baseline, io.cwd);
  if (outcome.results.length === 0 && faults.length === 0 && options.shard === null)
    throw new UsageError('Nothing to lint: every file is generated, or left out by the config.');
  const exitCode = exitCodeOf(remaining, faults.length > 0, options.maxWarnings);
  const results = options.quiet ? remaining.map(withoutWarnings) : remaining;
  const rules = await linter.rulesMeta([...outcome.results]);
  const found: Report = { cwd: io.cwd, results, faults, rules, version: plugin.meta.version, fixed };
  const isColoured = options.outputFile === null && hasColour(io.stdout, io.env);
  const width = Math.min(io.stdout.columns ?? DEFAULT_WIDTH, MAX_WIDTH);
  const context = { env: io.env, isColoured, width, exitCode, linter };
  if (options.fixDryRun) io.stdout.write(diff);
  if (options.fixDryRun && options.outputFile === null) {
    io.stderr.write(`${totalLines(found, { style: makeStyle(hasColour(io.stderr, io.env)) }).join('\n')}\n`);
  } else {
    await emit(await formatReport(options.format, found, context), options, io);
  }
  for (const { file, rule, message } of faults) {
    const text = message.replace(file, shownPath(io.cwd, file));
    io.stderr.write(`backend-lint: ${shownPath(io.cwd, file)}: ${rule === null ? '' : `${rule} failed: `}${text}\n`);
  }
  const waiting = allMessages(outcome.results).length - allMessages(remaining).length;
  if (waiting > 0 && options.format === 'pretty')
    io.stderr.write(
      `backend-lint: ${waiting} known ${waiting === 1 ? 'error waits' : 'errors wait'} in ${BASELINE_FILE}; --no-baseline shows ${waiting === 1 ? 'it' : 'them'}\n`,
    );
  const gone = countGone(outcome.results, baseline, io.cwd);
  if (gone > 0)
    io.stderr.write(
      `backend-lint: ${gone} known ${gone === 1 ? 'error is' : 'errors are'} gone; run backend-lint --baseline to forget ${gone === 1 ? 'it' : 'them'}\n`,
    );
  const { warnings } = totalsOf(allMessages(remaining));
  if (options.maxWarnings !== null && warnings > options.maxWarnings) {
    io.stderr.write(
      `backend-lint: ${warnings} warnings, more than the ${options.maxWarnings} allowed by --max-warnings\n`,
    );
  }
  return exitCode;
}

/** `--baseline`: writes down today's errors, and says what that leaves. */
async function takeStock({ results, faults }: Outcome, before: Baseline, io: Io): Promise<number> {
  if (faults.length > 0) throw new UsageError(`${faults[0]!.file}: ${faults[0]!.message}`);
  const errors = await writeBaseline(results, before, io.cwd);
  const { warnings } = totalsOf(allMessages(results));
  const rest = warnings === 0 ? '' : ` Warnings stay: --max-warnings ${warnings} keeps them from growing.`;
  io.stdout.write(`${BASELINE_FILE}: ${errors} known errors. From now on only new ones count.${rest}\n`);
  return EXIT.clean;
}

/** Every N-th file from the I-th: neighbours, which are alike in cost, spread over the shares. */
const shareOf = (files: readonly string[], { part, of }: Shard): readonly string[] =>
  files.filter((_, index) => index % of === part - 1);

const EMPTY: Outcome = { results: [], faults: [], fixed: { findings: 0, files: 0 }, diff: '' };

/**
 * The whole command.
 * @param args what stands after the command's name
 * @returns the exit code; anything the user must know has been printed
 */
export async function run(args: readonly string[], plugin: CliPlugin, io: Io): Promise<number> {
  try {
    const command = COMMANDS.get(args[0] ?? '');
    if (command) return await command.run(args.slice(1), plugin, io);
    const options = parseOptions(args);
    const information = await findInformation(options, plugin, io);
    if (information === null) return await report(options, plugin, io);
    io.stdout.write(information);
    return EXIT.clean;
  } catch (error) {
    const text = error instanceof UsageError ? error.message : `Internal error: ${oneLine(error)}`;
    io.stderr.write(`backend-lint: ${text}\n`);
    if (!(error instanceof UsageError) && io.env['BACKEND_LINT_DEBUG']) io.stderr.write(`${(error as Error).stack}\n`);
    return EXIT.trouble;
  }
}
