import { jobHandlersOf } from '../../facts/jobs/jobs.js';
import { findForeignAct, findHarm, isLocked } from '../../facts/jobs/locks.js';
import { said } from '../../facts/logs/leaks.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-overlapping-cron',
  area: 'jobs',
  level: 'strict',
  description: 'disallow scheduled work with outside effects that several instances can do at once',
  cwe: [362],
  mentions: /cron|schedule|Interval/i,
  messages: {
    overlaps:
      'Every instance runs this at the same time, and a slow run meets the next one: it {{what}} once for each of them. Take a lock for the run (an advisory lock, Redis SET NX with a lease), or have a queue schedule one job.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const handler of jobHandlersOf(file)) {
          if (handler.does !== 'schedule' || !handler.fn) continue;
          const harm = findHarm(handler.fn);
          const foreign = harm ? null : findForeignAct(handler.fn);
          if ((!harm && !foreign) || isLocked(handler)) continue;
          report({
            node: handler.node,
            message: 'overlaps',
            data: { what: harm ? harm.what : `calls ${said(foreign!.callee)}` },
          });
        }
      },
    };
  },
});
