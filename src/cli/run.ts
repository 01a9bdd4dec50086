import { dirname, resolve } from 'node:path';
import { oneLine, UsageError } from './errors.js';
import { explain } from './explain.js';
import { findLintable, isSourceName, requireConfig } from './files.js';
import { formatReport } from './format/index.js';
import { totalLines } from './format/pretty.js';
import { hasColour, readAll, type Io } from './io.js';
import { CodeLinter, type Ruleset } from './lint.js';
import { helpText, parseOptions, type CliOptions } from './options.js';
import { commonFolder, shownPath } from './paths.js';
import type { CliPlugin } from './plugin.js';
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
  if (options.help) return helpText();
  if (options.version) return `${plugin.meta.version}\n`;
  if (options.listRules) return options.format === 'json' ? rulesJson(plugin) : rulesTable(plugin, style);
  if (options.explain !== null) return explain(plugin, options.explain, style);
  return null;
}

async function makeRuleset(options: CliOptions, plugin: CliPlugin, cwd: string): Promise<Ruleset> {
  if (options.config !== null) return { kind: 'config', file: await requireConfig(cwd, options.config) };
  return { kind: 'embedded', plugin, rules: selectRules(plugin, options) };
}

/** Lints what the options name. */
async function lint(options: CliOptions, plugin: CliPlugin, io: Io): Promise<{ outcome: Outcome; linter: CodeLinter }> {
  const ruleset = await makeRuleset(options, plugin, io.cwd);
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
    if (!isSourceName(file)) throw new UsageError(`${options.stdinFilename} is not a JavaScript or TypeScript file.`);
    const linter = new CodeLinter(ruleset, baseFor([file]));
    await linter.prepare(file);
    return { outcome: await new Session(linter, io, options).lintText(await readAll(io.stdin), file), linter };
  }
  const { files, named, skipped, unfinished } = await findLintable(io.cwd, options.paths);
  for (const path of skipped) io.stderr.write(`backend-lint: skipped ${path}: not a JavaScript or TypeScript file\n`);
  for (const path of unfinished)
    io.stderr.write(`backend-lint: ${path} has too many files; lint its folders one by one for the rest\n`);
  const [first] = files;
  const where = options.paths.length === 0 ? 'the current folder' : options.paths.join(', ');
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
  if (outcome.results.length === 0 && faults.length === 0)
    throw new UsageError('Nothing to lint: every file is generated, or left out by the config.');
  const exitCode = exitCodeOf(outcome.results, faults.length > 0, options.maxWarnings);
  const results = options.quiet ? outcome.results.map(withoutWarnings) : outcome.results;
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
  const { warnings } = totalsOf(allMessages(outcome.results));
  if (options.maxWarnings !== null && warnings > options.maxWarnings) {
    io.stderr.write(
      `backend-lint: ${warnings} warnings, more than the ${options.maxWarnings} allowed by --max-warnings\n`,
    );
  }
  return exitCode;
}

/**
 * The whole command.
 * @param args what stands after the command's name
 * @returns the exit code; anything the user must know has been printed
 */
export async function run(args: readonly string[], plugin: CliPlugin, io: Io): Promise<number> {
  try {
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
