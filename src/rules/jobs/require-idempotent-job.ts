import { basename } from 'node:path';

import { effectLine, effectsOf } from '../../facts/effects.js';
import { isInRequest, looseEnqueuesOf } from '../../facts/jobs/enqueues.js';
import { jobHandlersOf, type JobHandler } from '../../facts/jobs/jobs.js';
import { isInside } from '../../syntax/nodes.js';
import type { Effect } from '../../model/effect.js';
import { createRule } from '../../rule/create-rule.js';

/** What a job that runs twice does twice. A job that enqueues others is judged by these. */
const HARMS: ReadonlySet<Effect['kind']> = new Set(['charge', 'send', 'create', 'increment', 'append', 'publish']);

export const rule = createRule({
  name: 'require-idempotent-job',
  area: 'jobs',
  level: 'strict',
  description: 'require that a job which runs twice, or is enqueued twice, does its work once',
  cwe: [837],
  mentions: /Worker|process|Processor|define|add|send|enqueue|trigger|dispatch|schedule|publish/i,
  messages: {
    processor:
      'This job {{what}} ({{place}}), and nothing tells that it did so before: queues deliver at least once, and a worker that stalls at 3 a.m. has its job run again. Look up or write a key made of the job first, or hand one to the call.',
    enqueue:
      'A request enqueues this job without an id made of what it is about: a second click or a retry enqueues it again. Give it a deterministic `jobId` (or a deduplication key).',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const handler of jobHandlersOf(file)) {
          const harm = handler.does === 'work' ? findHarm(handler) : null;
          if (harm)
            report({
              // The call itself is what is mended, where it stands in the job's own code.
              node: harm.file === file && isInside(harm.node, handler.node) ? harm.node : handler.node,
              message: 'processor',
              data: {
                what: harm.what,
                place:
                  harm.file === file ? `line ${effectLine(harm)}` : `${basename(harm.file.path)}:${effectLine(harm)}`,
              },
            });
        }
        for (const { call } of looseEnqueuesOf(file)) if (isInRequest(call)) report({ node: call, message: 'enqueue' });
      },
    };
  },
});

function findHarm({ fn }: JobHandler): Effect | null {
  return fn ? (effectsOf(fn).effects.find(({ kind, repeatable }) => !repeatable && HARMS.has(kind)) ?? null) : null;
}
