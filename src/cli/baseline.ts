import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError, oneLine } from './errors.js';
import { shownPath } from './paths.js';
import { isError, makeResult, type FileResult, type Message } from './results.js';
import { writeAtomically } from './write.js';

/**
 * ESLint's bulk suppressions (9.24 and later): for each file and rule the number of errors that are known and wait.
 * The same file serves `eslint` and `backend-lint`; see https://eslint.org/docs/latest/use/suppressions.
 */
export const BASELINE_FILE = 'eslint-suppressions.json';

type Counts = Record<string, { readonly count: number }>;
export type Baseline = Readonly<Record<string, Counts>>;

/**
 * Reads the baseline of a folder; empty where there is none.
 * @throws {UsageError} when it can't be read as one
 */
export async function readBaseline(cwd: string): Promise<Baseline> {
  const file = join(cwd, BASELINE_FILE);
  if (!existsSync(file)) return {};
  try {
    const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('not an object');
    return parsed as Baseline;
  } catch (error) {
    throw new UsageError(`Can't read ${BASELINE_FILE}: ${oneLine(error)}`);
  }
}

/** Errors by rule; warnings are never part of a baseline, as in ESLint. */
function countErrors(messages: readonly Message[]): Counts {
  const counts: Counts = {};
  for (const message of messages)
    if (isError(message) && message.ruleId)
      counts[message.ruleId] = { count: (counts[message.ruleId]?.count ?? 0) + 1 };
  return counts;
}

/**
 * The results without the errors that the baseline knows. As in ESLint, a rule with more errors in a file than are known
 * reports all of them: which of them is new can't be told.
 */
export function withoutKnown(results: readonly FileResult[], baseline: Baseline, cwd: string): readonly FileResult[] {
  return results.map((result) => {
    const known = baseline[shownPath(cwd, result.filePath)];
    if (!known) return result;
    const found = countErrors(result.messages);
    const isKnown = (message: Message): boolean => {
      const rule = isError(message) ? message.ruleId : null;
      return rule !== null && (found[rule]?.count ?? 0) <= (known[rule]?.count ?? 0);
    };
    const suppressed = result.messages
      .filter(isKnown)
      .map((message) => ({ ...message, suppressions: [{ kind: 'file', justification: '' }] }));
    return suppressed.length === 0
      ? result
      : makeResult(
          result.filePath,
          result.messages.filter((message) => !isKnown(message)),
          [...result.suppressedMessages, ...suppressed],
          result.source ?? '',
        );
  });
}

/** How many errors the baseline still holds for the linted files that are not there any more. */
export function countGone(results: readonly FileResult[], baseline: Baseline, cwd: string): number {
  let gone = 0;
  for (const { filePath, messages } of results) {
    const found = countErrors(messages);
    for (const [rule, { count }] of Object.entries(baseline[shownPath(cwd, filePath)] ?? {}))
      if (rule.startsWith('backend/')) gone += Math.max(count - (found[rule]?.count ?? 0), 0);
  }
  return gone;
}

/**
 * Writes the baseline anew from what was found: entries of other plugins' rules and of files that were not linted stay.
 * @returns how many errors it holds for the linted files
 */
export async function writeBaseline(results: readonly FileResult[], before: Baseline, cwd: string): Promise<number> {
  const next = new Map<string, Counts>(Object.entries(before).filter(([path]) => existsSync(resolve(cwd, path))));
  let total = 0;
  for (const { filePath, messages } of results) {
    const path = shownPath(cwd, filePath);
    const others = Object.entries(next.get(path) ?? {}).filter(([rule]) => !rule.startsWith('backend/'));
    const ours = Object.entries(countErrors(messages));
    for (const [, { count }] of ours) total += count;
    // In order of names, as ESLint writes it: two runs give the same file.
    const counts = [...others, ...ours].sort(([a], [b]) => (a < b ? -1 : 1));
    if (counts.length > 0) next.set(path, Object.fromEntries(counts));
    else next.delete(path);
  }
  const sorted = Object.fromEntries([...next].sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeAtomically(join(cwd, BASELINE_FILE), JSON.stringify(sorted, null, 2));
  return total;
}
