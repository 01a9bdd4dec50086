import { jobCallsOf, makingOf, type JobCall } from '../../facts/jobs/jobs.js';
import { defaultsAt, retriesIn, retriesOf, type Retries } from '../../facts/jobs/retries.js';
import { argumentAt, follow } from '../../facts/values.js';
import { findRetryFix } from '../../fix/job-retries.js';
import { fileOf } from '../../model/file.js';
import { createRule } from '../../rule/create-rule.js';
import type { Node, TSESTree } from '../../syntax/ast.js';

export const rule = createRule({
  name: 'require-job-retry-policy',
  area: 'jobs',
  level: 'warn',
  description: 'require that jobs are tried again a limited number of times, with pauses between',
  suggests: true,
  mentions: /add|send|Queue|Bull|boss/i,
  messages: {
    none: 'Neither this job nor its queue says how often it is tried: it runs once, and the first dropped connection at 3 a.m. loses it. Give it attempts and a backoff.',
    queue:
      'The defaults of this queue say nothing of attempts: its jobs run once, and the first dropped connection at 3 a.m. loses them. Add attempts and a backoff.',
    backoff:
      'It is tried again with no pause between: the attempts are used up within a second, while what it needs is still down. Add a backoff.',
    unbounded:
      'It is tried again without end: a job that can never succeed keeps the workers busy and hides among the others. Limit the attempts.',
    add: 'Add {{what}}',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    const tell = (job: JobCall, retries: Retries, node: Node, options: TSESTree.ObjectExpression | null): void => {
      if (retries === 'good' || retries === 'unknown' || retries === 'inherited') return;
      const isBackoff = retries === 'no-backoff';
      const fix = retries === 'unbounded' ? null : findRetryFix(job, options, isBackoff);
      report({
        node,
        message: isBackoff
          ? 'backoff'
          : retries === 'unbounded'
            ? 'unbounded'
            : job.row.does === 'queue'
              ? 'queue'
              : 'none',
        suggest: [fix && { message: 'add', data: { what: isBackoff ? 'a backoff' : 'attempts and a backoff' }, fix }],
      });
    };
    return {
      File() {
        for (const job of jobCallsOf(file)) {
          const { call, row } = job;
          if (row.does === 'enqueue') tell(job, retriesOf(job), call, ownOptions(job));
          if (row.does !== 'queue') continue;
          const defaults = defaultsAt(call);
          // Where the queue says nothing at all of its jobs, each job is asked.
          if (defaults === null || defaults === 'unknown' || defaults.type !== 'ObjectExpression') continue;
          // A job put in by this file tells of it.
          if (jobCallsOf(file).some((other) => makingOf(other) === call && retriesOf(other) === 'none')) continue;
          const said = retriesIn(defaults, row.attempts!, row.backoff ?? []);
          const isHere = fileOf(defaults) === file;
          tell(job, said === 'inherited' ? 'none' : said, isHere ? defaults : call, isHere ? defaults : null);
        }
      },
    };
  },
});

/** The options that a job is given here, if they are written in this file. */
function ownOptions({ call, row }: JobCall): TSESTree.ObjectExpression | null {
  if (row.options === undefined || row.options.includes('[')) return null;
  if (row.options === '-1' && call.arguments.length < 2) return null;
  const given = argumentAt(call, row.options);
  const value = typeof given === 'string' ? null : follow(given);
  return value?.type === 'ObjectExpression' && fileOf(value) === fileOf(call) ? value : null;
}
