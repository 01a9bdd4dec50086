import { earlyAcksOf, handlesFailure } from '../../facts/jobs/failures.js';
import { jobHandlersOf } from '../../facts/jobs/jobs.js';
import type { BackendFile } from '../../model/file.js';
import { createRule } from '../../rule/create-rule.js';
import type { Node } from '../../syntax/ast.js';
import { decoratorName } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'require-job-failure-handler',
  area: 'jobs',
  level: 'warn',
  description: 'require that somebody learns of failed jobs, and that messages are acknowledged after the work',
  cwe: [390],
  mentions: /Worker|process|Processor|define|consume|DeleteMessage/,
  messages: {
    silent:
      "Nothing listens to '{{event}}': a job that fails for good goes to the failed set and nobody learns of it. Listen to it, and log, count or park the job.",
    before:
      'The message is acknowledged before its work: when the work fails or the process stops, it is gone. Acknowledge it after, and send it back or to a dead-letter queue when it fails.',
    none: 'With `noAck` the broker forgets a message as soon as it is sent: whatever the consumer held at 3 a.m. is gone. Acknowledge each one after its work.',
    unhandled:
      'When the work throws, the message is neither acknowledged nor sent back: it waits until the connection ends and comes again for ever. Catch it, and `nack` it to a dead-letter queue.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        const seen = new Set<Node>();
        for (const handler of jobHandlersOf(file)) {
          if (handler.does !== 'work' || handler.failure === null || handlesFailure(handler)) continue;
          // Once for each worker, be there several methods in its class.
          const decorator = handler.owner?.decorators.find((each) => decoratorName(each) === 'Processor');
          const node = decorator ?? handler.node;
          // All jobs of one agenda fail on it: its first definition stands for the others.
          const cause = handler.failure === 'fail' ? file.ast : node;
          if (seen.has(cause) || (cause === file.ast && !isFirstOfAgenda(file))) continue;
          seen.add(cause);
          report({ node, message: 'silent', data: { event: handler.failure } });
        }
        for (const { node, how } of earlyAcksOf(file)) report({ node, message: how });
      },
    };
  },
});

/** Whether no file before this one defines jobs of an agenda. */
function isFirstOfAgenda(file: BackendFile): boolean {
  const [first] = [...file.project.filesMentioning(file.path, /\bagenda\b[\s\S]*\.define\s*[<(]/i)]
    .filter((path) => file.project.open(path)?.kind === 'source')
    .sort();
  return first === undefined || first === file.path || file.path < first;
}
