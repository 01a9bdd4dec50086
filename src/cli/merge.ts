import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type * as Sarif from 'sarif';
import { oneLine, UsageError } from './errors.js';
import type { FileResult } from './results.js';

/**
 * One report out of those that `--shard` left in several CI jobs: SARIF logs into one run (GitHub takes one for each
 * category), JSON lists of results into one list in the order of their paths.
 * @param files reports of one form, as the user names them
 * @throws {UsageError} when one can't be read, or their forms differ
 */
export async function mergeReports(cwd: string, files: readonly string[]): Promise<string> {
  if (files.length === 0)
    throw new UsageError('merge needs the reports: backend-lint merge part-1.sarif part-2.sarif.');
  const reports = await Promise.all(files.map(async (file) => ({ file, content: await readReport(cwd, file) })));
  const lists: FileResult[][] = [];
  const logs: Sarif.Log[] = [];
  for (const { file, content } of reports) {
    if (Array.isArray(content)) lists.push(content as FileResult[]);
    else if (isSarif(content)) logs.push(content);
    else throw new UsageError(`${file} is neither a SARIF log nor ESLint's JSON.`);
  }
  if (lists.length > 0 && logs.length > 0) throw new UsageError('SARIF and JSON reports do not go together.');
  return lists.length > 0
    ? `${JSON.stringify(lists.flat().sort((a, b) => (a.filePath < b.filePath ? -1 : 1)))}\n`
    : `${JSON.stringify(mergeLogs(logs), null, 2)}\n`;
}

async function readReport(cwd: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(resolve(cwd, file), 'utf8'));
  } catch (error) {
    throw new UsageError(`Can't read ${file}: ${oneLine(error)}`);
  }
}

const isSarif = (content: unknown): content is Sarif.Log =>
  typeof content === 'object' && content !== null && Array.isArray((content as Partial<Sarif.Log>).runs);

function mergeLogs(logs: readonly Sarif.Log[]): Sarif.Log {
  const runs = logs.flatMap((log) => log.runs);
  const rules = new Map<string, Sarif.ReportingDescriptor>();
  for (const run of runs) for (const rule of run.tool.driver.rules ?? []) rules.set(rule.id, rule);
  const ids = [...rules.keys()].sort();
  const results = runs.flatMap((run) =>
    (run.results ?? []).map((result) => ({ ...result, ruleIndex: ids.indexOf(result.ruleId ?? '') })),
  );
  const [first] = logs;
  const [run] = runs;
  if (!first || !run) throw new UsageError('The reports hold no run.');
  const invocations = runs.flatMap((each) => each.invocations ?? []);
  return {
    ...first,
    runs: [
      {
        ...run,
        tool: { ...run.tool, driver: { ...run.tool.driver, rules: ids.map((id) => rules.get(id)!) } },
        invocations: [
          {
            executionSuccessful: invocations.every(({ executionSuccessful }) => executionSuccessful),
            exitCode: Math.max(0, ...invocations.map(({ exitCode }) => exitCode ?? 0)),
            toolExecutionNotifications: invocations.flatMap((each) => each.toolExecutionNotifications ?? []),
          },
        ],
        // Without an index where the rule is none of the listed ones.
        results: results.map(({ ruleIndex, ...result }) => (ruleIndex < 0 ? result : { ...result, ruleIndex })),
      },
    ],
  };
}
