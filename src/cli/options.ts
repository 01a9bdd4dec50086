import { parseArgs } from 'node:util';
import { PRESET_NAMES, type PresetName } from '../configs.js';
import { UsageError } from './errors.js';
import { hint } from './nearest.js';

export const FORMATS = ['pretty', 'stylish', 'json', 'sarif', 'github', 'gitlab'] as const;
export type Format = (typeof FORMATS)[number];

interface Declared {
  readonly type: 'boolean' | 'string';
  readonly multiple?: true;
  readonly short?: string;
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly group: 'Rules' | 'Fixes' | 'Output' | 'Old code' | 'Input' | 'Help';
  readonly help: string;
}

/** Every option, in the order of the help. */
export const OPTIONS = {
  preset: {
    type: 'string',
    value: PRESET_NAMES.join('|'),
    group: 'Rules',
    help: 'the rules to run (default: recommended)',
  },
  rule: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    group: 'Rules',
    help: 'only this rule; repeatable; NAME:error, NAME:warn, NAME:off (all but this one) or NAME:{"option":1}',
  },
  config: {
    type: 'string',
    short: 'c',
    value: 'FILE',
    group: 'Rules',
    help: "lint with this ESLint flat config instead (runs its code; without it, none of the project's is run)",
  },
  fix: { type: 'boolean', group: 'Fixes', help: 'apply the fixes that keep what correct callers observe' },
  'fix-suggestions': {
    type: 'boolean',
    group: 'Fixes',
    help: 'apply suggestions too, where a finding has exactly one; read the diff before you commit it',
  },
  'fix-dry-run': {
    type: 'boolean',
    group: 'Fixes',
    help: 'print the changes as a unified diff instead of writing them',
  },
  format: {
    type: 'string',
    short: 'f',
    value: FORMATS.join('|'),
    group: 'Output',
    help: 'form of the report (default: pretty)',
  },
  'output-file': {
    type: 'string',
    short: 'o',
    value: 'FILE',
    group: 'Output',
    help: 'write the report there instead of to stdout',
  },
  quiet: { type: 'boolean', group: 'Output', help: 'leave warnings out of the report' },
  'max-warnings': {
    type: 'string',
    value: 'N',
    group: 'Output',
    help: 'exit with 1 when there are more than N warnings',
  },
  baseline: {
    type: 'boolean',
    group: 'Old code',
    help: 'take the errors of today as known (eslint-suppressions.json): from now on only new ones count',
  },
  'no-baseline': { type: 'boolean', group: 'Old code', help: 'report known errors too' },
  shard: {
    type: 'string',
    value: 'I/N',
    group: 'Input',
    help: 'lint the I-th of N parts of the files, for a matrix of CI jobs',
  },
  stdin: { type: 'boolean', group: 'Input', help: 'lint what comes on standard input' },
  'stdin-filename': { type: 'string', value: 'FILE', group: 'Input', help: 'the path that standard input stands for' },
  'list-rules': { type: 'boolean', group: 'Help', help: 'list the rules (with --format json: as JSON)' },
  explain: { type: 'string', value: 'RULE', group: 'Help', help: "show a rule's page" },
  version: { type: 'boolean', short: 'v', group: 'Help', help: 'print the version' },
  help: { type: 'boolean', short: 'h', group: 'Help', help: 'print this help' },
} as const satisfies Record<string, Declared>;

type OptionName = keyof typeof OPTIONS;
const NAMES = Object.keys(OPTIONS) as OptionName[];
const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name);

/** One of several equal parts of the files, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

export interface CliOptions {
  readonly paths: readonly string[];
  readonly preset: PresetName;
  readonly rules: readonly string[];
  readonly config: string | null;
  readonly fix: boolean;
  readonly fixSuggestions: boolean;
  readonly fixDryRun: boolean;
  readonly format: Format;
  readonly outputFile: string | null;
  readonly quiet: boolean;
  readonly maxWarnings: number | null;
  readonly baseline: boolean;
  readonly ignoreBaseline: boolean;
  readonly shard: Shard | null;
  readonly stdin: boolean;
  readonly stdinFilename: string | null;
  readonly listRules: boolean;
  readonly explain: string | null;
  readonly version: boolean;
  readonly help: boolean;
}

/** The values as typed: booleans, and the strings given for each other option. */
interface Given {
  readonly flags: ReadonlySet<OptionName>;
  readonly values: ReadonlyMap<OptionName, readonly string[]>;
  readonly paths: readonly string[];
}

function read(args: readonly string[]): Given {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = new Set<OptionName>();
  const values = new Map<OptionName, string[]>();
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!isOption(name))
      throw new UsageError(`Unknown option ${rawName}.${hint(name, NAMES, '--')} See backend-lint --help.`);
    const declared: Declared = OPTIONS[name];
    if (declared.type === 'boolean') {
      if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
      flags.add(name);
      continue;
    }
    // `--format --fix`: the next option was taken for the value.
    if (value === undefined || value === '' || (!token.inlineValue && /^--?[a-z]/.test(value))) {
      throw new UsageError(`${rawName} needs a value: ${rawName} ${declared.value}.`);
    }
    const known = values.get(name) ?? [];
    if (known.length > 0 && !declared.multiple) throw new UsageError(`${rawName} is given more than once.`);
    values.set(name, [...known, value]);
  }
  return { flags, values, paths };
}

function oneOf<const T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
  otherwise: T,
): T {
  if (value === undefined) return otherwise;
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw new UsageError(`--${option} takes one of ${allowed.join(', ')}, not "${value}".${hint(value, allowed)}`);
}

function wholeNumber(option: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^\d+$/.test(value)) throw new UsageError(`--${option} takes a whole number of 0 or more, not "${value}".`);
  return Number(value);
}

function readShard(value: string | undefined): Shard | null {
  if (value === undefined) return null;
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(value) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (!(shard.part >= 1 && shard.part <= shard.of))
    throw new UsageError(`--shard takes I/N with I from 1 to N, such as 1/4, not "${value}".`);
  return shard;
}

/** Combinations that would silently do something other than what was asked. */
function refuseContradictions(options: CliOptions, given: Given): void {
  const { stdin, config, fixDryRun } = options;
  if (stdin && options.paths.length > 0) throw new UsageError('--stdin lints standard input; leave the paths out.');
  if (stdin && options.stdinFilename === null) {
    throw new UsageError('--stdin needs --stdin-filename FILE: the rules go by where a file stands.');
  }
  if (!stdin && options.stdinFilename !== null) throw new UsageError('--stdin-filename goes with --stdin.');
  if (stdin && (options.fix || options.fixSuggestions) && !fixDryRun) {
    throw new UsageError('There is no file to write with --stdin; add --fix-dry-run for the diff.');
  }
  if (options.baseline && (stdin || options.shard || options.fix || options.fixSuggestions || options.ignoreBaseline)) {
    throw new UsageError(
      '--baseline takes stock of the files as they are; use it alone, with paths and rules at most.',
    );
  }
  if (stdin && options.shard) throw new UsageError('--stdin is one file: there is nothing to share out with --shard.');
  if (config !== null && (given.values.has('preset') || options.rules.length > 0)) {
    throw new UsageError('--config says which rules run; leave out --preset and --rule.');
  }
  if (fixDryRun && given.values.has('format') && options.outputFile === null) {
    throw new UsageError('--fix-dry-run prints the diff on stdout; name a file for the report with --output-file.');
  }
}

/**
 * Reads the command line.
 * @throws {UsageError} for anything that is not as the help says
 */
export function parseOptions(args: readonly string[]): CliOptions {
  const given = read(args);
  const { flags, values, paths } = given;
  const one = (name: OptionName): string | undefined => values.get(name)?.[0];
  const fixDryRun = flags.has('fix-dry-run');
  const fixSuggestions = flags.has('fix-suggestions');
  const options: CliOptions = {
    paths,
    preset: oneOf('preset', one('preset'), PRESET_NAMES, 'recommended'),
    rules: values.get('rule') ?? [],
    config: one('config') ?? null,
    fix: flags.has('fix') || (fixDryRun && !fixSuggestions),
    fixSuggestions,
    fixDryRun,
    format: oneOf('format', one('format'), FORMATS, 'pretty'),
    outputFile: one('output-file') ?? null,
    quiet: flags.has('quiet'),
    maxWarnings: wholeNumber('max-warnings', one('max-warnings')),
    baseline: flags.has('baseline'),
    ignoreBaseline: flags.has('no-baseline'),
    shard: readShard(one('shard')),
    stdin: flags.has('stdin'),
    stdinFilename: one('stdin-filename') ?? null,
    listRules: flags.has('list-rules'),
    explain: one('explain') ?? null,
    version: flags.has('version'),
    help: flags.has('help'),
  };
  refuseContradictions(options, given);
  return options;
}

/** The text of `--help`; `commands` are what may stand in place of options and paths. */
export function helpText(commands: readonly { readonly usage: string; readonly help: string }[]): string {
  const lines = [
    'backend-lint [options] [files and folders]',
    '',
    'Finds defects in backend code: secrets, SQL, tokens, APIs, untrusted input, resilience. Needs no configuration and reads',
    'none: it finds the JavaScript and TypeScript of the current folder (or the paths given), without what git ignores.',
  ];
  lines.push('', 'Commands:');
  for (const { usage, help } of commands) lines.push(...entry(`backend-lint ${usage}`, help));
  let group = '';
  for (const name of NAMES) {
    const declared: Declared = OPTIONS[name];
    if (declared.group !== group) lines.push('', `${declared.group}:`);
    group = declared.group;
    const left = `  ${declared.short ? `-${declared.short}, ` : ''}--${name}${declared.value ? ` ${declared.value}` : ''}`;
    lines.push(...entry(left.trimStart(), declared.help));
  }
  lines.push(
    '',
    'Exit codes: 0 no errors, 1 errors (or too many warnings), 2 a wrong option, an unreadable or broken file, a crash.',
    '',
  );
  return lines.join('\n');
}

/** What is typed, and what it does, beside each other or below. */
function entry(typed: string, help: string): string[] {
  const left = `  ${typed}`;
  return left.length > 28 ? [left, `${' '.repeat(30)}${help}`] : [`${left.padEnd(30)}${help}`];
}
