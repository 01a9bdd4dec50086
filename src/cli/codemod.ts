import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';

import { CODEMODS } from '../codemods/index.js';
import { masked, Refusal, type Change, type Plan } from '../codemods/plan.js';
import { refreshProject } from '../project/caches.js';
import { unifiedDiff } from './diff.js';
import { oneLine, UsageError } from './errors.js';
import { findLintable } from './files.js';
import type { Io } from './io.js';
import { hint } from './nearest.js';
import { shownPath } from './paths.js';
import { writeAtomically } from './write.js';

const NAMES = [...CODEMODS.keys()];

interface Asked {
  readonly name: string;
  readonly paths: readonly string[];
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly routes: readonly string[];
  readonly store: string | null;
}

/**
 * `backend-lint codemod`: shows what it would change in a project, and changes it when told so: all of it or nothing.
 * @returns 0 when all is done or there was nothing to do, 1 when something was left for a person
 * @throws {UsageError} for a wrong option, and for what the codemod can't do
 */
export async function codemod(args: readonly string[], io: Io): Promise<number> {
  if (args[0] === '--help' || args[0] === '-h') {
    io.stdout.write(helpText());
    return 0;
  }
  const asked = read(args);
  // What is changed must be what is on the disk now.
  refreshProject();
  const { files } = await findLintable(io.cwd, asked.paths);
  const plan = await planned(asked, files, io.cwd);
  const left = plan.left.map((line) => `    ${line}\n`).join('');
  io.stdout.write(plan.changes.map((change) => shownDiff(change, plan, io.cwd)).join(''));
  if (plan.changes.length === 0) io.stdout.write(`Nothing to change${left === '' ? '' : ' that this codemod can'}.\n`);
  if (left !== '') io.stdout.write(`\nLeft as it is:\n${left}`);
  if (plan.changes.length === 0) return left === '' ? 0 : 1;
  for (const { title, lines } of plan.notes)
    io.stdout.write(`\n${title}:\n${lines.map((line) => `    ${line}\n`).join('')}`);
  if (!asked.dryRun) {
    if (!asked.yes && !(await isAgreed(io))) {
      io.stdout.write('Nothing was written.\n');
      return 0;
    }
    await writeAll(plan.changes);
    const names = plan.changes.map(({ path }) => shownPath(io.cwd, path));
    io.stdout.write(`\nWrote ${names.length} ${names.length === 1 ? 'file' : 'files'}: ${names.join(', ')}.\n`);
  }
  return left === '' ? 0 : 1;
}

function helpText(): string {
  const widest = Math.max(...NAMES.map((name) => name.length));
  const lines = [...CODEMODS].map(([name, { help }]) => `  ${name.padEnd(widest)}  ${help}`);
  return [
    'backend-lint codemod NAME [--dry-run] [--yes] [PATH...]',
    '',
    ...lines,
    '',
    '  --dry-run          print the changes as a unified diff and write nothing',
    '  --yes              write without asking',
    "  --route 'POST /x'  idempotency, pagination: this route; repeatable",
    '  --store redis|sql  idempotency: where the keys are kept',
    '',
    'Exit codes: 0 done, or nothing to do; 1 something was left for you, and named; 2 refused: nothing was written.',
    '',
  ].join('\n');
}

function read(args: readonly string[]): Asked {
  const known = `it is one of ${NAMES.join(', ')}.`;
  const [name, ...rest] = args;
  if (name === undefined || name.startsWith('-')) throw new UsageError(`codemod needs a name: ${known}`);
  const found = CODEMODS.get(name);
  if (!found) throw new UsageError(`There is no codemod ${name}: ${known}${hint(name, NAMES)}`);
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        yes: { type: 'boolean', short: 'y' },
        'dry-run': { type: 'boolean' },
        ...(found.takes.includes('route') ? { route: { type: 'string', multiple: true } } : {}),
        ...(found.takes.includes('store') ? { store: { type: 'string' } } : {}),
      },
    });
    const given = values as Readonly<Record<string, unknown>>;
    return {
      name,
      paths: positionals,
      yes: given['yes'] === true,
      dryRun: given['dry-run'] === true,
      routes: (given['route'] as string[] | undefined) ?? [],
      store: (given['store'] as string | undefined) ?? null,
    };
  } catch (error) {
    throw new UsageError(`codemod ${name}: ${oneLine(error)}`);
  }
}

async function planned({ name, routes, store }: Asked, files: readonly string[], cwd: string): Promise<Plan> {
  try {
    return await CODEMODS.get(name)!.plan({ files, cwd, routes, store });
  } catch (error) {
    if (error instanceof Refusal) throw new UsageError(`codemod ${name}: ${error.message}`);
    throw error;
  }
}

function shownDiff({ path, before, after }: Change, { hidden }: Plan, cwd: string): string {
  let diff = unifiedDiff(shownPath(cwd, path), before ?? '', after);
  for (const secret of hidden) diff = diff.replaceAll(secret, masked(secret));
  return diff;
}

async function isAgreed(io: Io): Promise<boolean> {
  const { stdin } = io as { stdin: Io['stdin'] & { isTTY?: boolean } };
  if (!stdin.isTTY) throw new UsageError('There is nobody to ask here: say --yes, or --dry-run to only look.');
  const prompt = createInterface({ input: stdin, output: io.stdout });
  try {
    return /^y(?:es)?$/i.test((await prompt.question('\nWrite this? [y/N] ')).trim());
  } finally {
    prompt.close();
  }
}

/** All files or none: when one can't be written, those before it get their text back. */
async function writeAll(changes: readonly Change[]): Promise<void> {
  const written: Change[] = [];
  try {
    for (const change of changes) {
      await mkdir(dirname(change.path), { recursive: true });
      await writeAtomically(change.path, change.after);
      written.push(change);
    }
  } catch (error) {
    for (const { path, before } of written)
      await (before === null ? rm(path, { force: true }) : writeAtomically(path, before));
    throw new UsageError(`Can't write: ${oneLine(error)}. Nothing was changed.`);
  }
}
