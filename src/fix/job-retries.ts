import type { TSESLint } from '@typescript-eslint/utils';

import type { JobCall } from '../facts/jobs/jobs.js';
import type { TSESTree } from '../syntax/ast.js';
import { unwrap } from '../syntax/nodes.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

const POLICY = "attempts: 5, backoff: { type: 'exponential', delay: 1000 }";
const PG_BOSS = 'retryLimit: 5, retryBackoff: true';

/** Adds attempts and pauses to the options of a job, or to a queue's defaults; null where they can't be written there. */
export function findRetryFix(
  job: JobCall,
  options: TSESTree.ObjectExpression | null,
  isMissingBackoff: boolean,
): Fix | null {
  const whole = job.library === 'pg-boss' ? PG_BOSS : POLICY;
  const text = isMissingBackoff ? whole.slice(whole.indexOf(', ') + 2) : whole;
  if (options) return intoObject(options, text);
  if (job.row.does === 'queue') {
    const [, given] = job.call.arguments;
    const object = given && unwrap(given);
    if (object?.type === 'ObjectExpression') return intoObject(object, `defaultJobOptions: { ${text} }`);
    return given ? null : append(job, `{ defaultJobOptions: { ${text} } }`, 1);
  }
  return job.row.options === '2' || job.row.options === '-1'
    ? append(job, `{ ${text} }`, job.row.options === '2' ? 2 : job.call.arguments.length)
    : null;
}

function append({ call }: JobCall, text: string, position: number): Fix | null {
  const last = call.arguments.at(-1);
  return last && call.arguments.length === position ? (fixer) => fixer.insertTextAfter(last, `, ${text}`) : null;
}

function intoObject(object: TSESTree.ObjectExpression, text: string): Fix {
  const last = object.properties.at(-1);
  return last
    ? (fixer) => fixer.insertTextAfter(last, `, ${text}`)
    : (fixer) => fixer.replaceText(object, `{ ${text} }`);
}
