import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { unifiedDiff } from '../diff.js';
import { oneLine, UsageError } from '../errors.js';
import type { Io } from '../io.js';
import { writeAtomically } from '../write.js';
import { addCiStep } from './ci.js';
import { configureEslint } from './eslint-config.js';
import { addHook } from './hooks.js';
import type { Step } from './step.js';
import { DOCS_BASE } from '../../package-info.js';
import { COMMANDS_OF, lookAround, type Surroundings } from './surroundings.js';

type Write = Extract<Step, { kind: 'write' }>;

/**
 * `backend-lint init`: shows what it would add to the project in this folder, and adds it when told so. Nothing that is
 * there is replaced; a second run finds everything done.
 * @returns the exit code: 0, also where the user says no
 * @throws {UsageError} without a package.json, or when it can neither ask nor was told `--yes`
 */
export async function init(args: readonly string[], io: Io): Promise<number> {
  const { yes, dryRun } = read(args);
  const around = lookAround(io.cwd);
  if (!around) throw new UsageError('init needs the package.json of your project: run it in that folder.');
  const hook = addHook(around);
  const ci = addCiStep(around);
  const steps = [configureEslint(around), hook, ci].filter((step) => step !== null);
  const writes = steps.filter((step): step is Write => step.kind === 'write');
  io.stdout.write(planText(steps, around));
  const absent = [
    ...(hook ? [] : ['hook manager (husky, lefthook, pre-commit)']),
    ...(ci ? [] : ['CI (GitHub, GitLab)']),
  ];
  if (absent.length > 0) io.stdout.write(`No ${absent.join(' and no ')} found here. By hand: ${HOOKS_PAGE}\n\n`);
  if (writes.length > 0 && !dryRun) {
    if (!yes && !(await isAgreed(io))) {
      io.stdout.write('Nothing was written.\n');
      return 0;
    }
    for (const { file, after } of writes) {
      const path = join(io.cwd, file);
      await mkdir(dirname(path), { recursive: true });
      await writeAtomically(path, after);
    }
    io.stdout.write(`Wrote ${writes.map(({ file }) => file).join(', ')}.\n`);
  }
  io.stdout.write(nextText(around));
  return 0;
}

function read(args: readonly string[]): { yes: boolean; dryRun: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { yes: { type: 'boolean', short: 'y' }, 'dry-run': { type: 'boolean' } },
    });
    return { yes: values.yes === true, dryRun: values['dry-run'] === true };
  } catch (error) {
    throw new UsageError(`init: ${oneLine(error)}`);
  }
}

function planText(steps: readonly Step[], around: Surroundings): string {
  const lines: string[] = [];
  for (const step of steps) {
    if (step.kind === 'done') lines.push(`Done already: ${step.what}.`, '');
    else if (step.kind === 'by hand')
      lines.push(`By hand: ${step.what}:`, ...step.text.split('\n').map((line) => `    ${line}`), '');
    else {
      const before = around.read(step.file);
      lines.push(`${before === null ? 'New file' : 'Change'}: ${step.file} (${step.why})`);
      lines.push(unifiedDiff(step.file, before ?? '', step.after));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** What to do where nothing was found to add to. */
const HOOKS_PAGE = `${DOCS_BASE}/guides/hooks-and-ci.md`;

async function isAgreed(io: Io): Promise<boolean> {
  const { stdin } = io as { stdin: Io['stdin'] & { isTTY?: boolean } };
  if (!stdin.isTTY) throw new UsageError('There is nobody to ask here: say --yes, or --dry-run to only look.');
  const prompt = createInterface({ input: stdin, output: io.stdout });
  try {
    return /^y(?:es)?$/i.test((await prompt.question('Write this? [y/N] ')).trim());
  } finally {
    prompt.close();
  }
}

/** What remains to be done in the shell. */
function nextText({ dependencies, eslint, packageManager, isWorkspaceRoot }: Surroundings): string {
  const missing = ['eslint', 'eslint-plugin-backend'].filter(
    (name) => !dependencies.has(name) && !(name === 'eslint' && eslint !== null),
  );
  const { add, exec } = COMMANDS_OF[packageManager];
  return [
    'Next:',
    ...(missing.length > 0 ? [`    ${add} ${missing.join(' ')}`] : []),
    `    ${exec} backend-lint              # the first findings`,
    `    ${exec} backend-lint --baseline   # too many at once? known ones wait, new ones count`,
    ...(isWorkspaceRoot
      ? ['Packages of this workspace with an ESLint config of their own: run init in each of them too.']
      : []),
    '',
  ].join('\n');
}
