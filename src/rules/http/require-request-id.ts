import { applicationsOf } from '../../facts/applications/applications.js';
import { hasPurpose, isOpen, isProbeServer } from '../../facts/applications/reach.js';
import { createRule } from '../../rule/create-rule.js';

/** These give every request an id by themselves: https://fastify.dev/docs/latest/Reference/Server/#genreqid */
const OWN = new Set(['fastify']);

export const rule = createRule({
  name: 'require-request-id',
  area: 'http',
  level: 'strict',
  description: 'require that every request of an application has an id',
  cwe: [778],
  mentions: /express|koa|hono|elysia|h3|nestjs|https?|serve/i,
  messages: {
    missing:
      'Requests of this application have no id: the log lines of one failure cannot be told from those of a hundred others, here or in the services behind. Take `X-Request-Id` or make one, before everything else, and put it on every log line and outgoing call.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      File() {
        for (const application of applicationsOf(file)) {
          if (
            OWN.has(application.framework) ||
            !application.isServed ||
            isOpen(application) ||
            isProbeServer(application)
          )
            continue;
          if (application.framework === 'nestjs' && /FastifyAdapter/.test(file.text)) continue;
          if (!hasPurpose(application, 'request-id')) report({ node: application.node, message: 'missing' });
        }
      },
    };
  },
});
