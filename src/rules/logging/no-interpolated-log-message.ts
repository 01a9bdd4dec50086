import { heldErrorAt, usesOf } from '../../facts/logs/errors.js';
import { findFieldsFix, partsOf } from '../../fix/log-fields.js';
import { sourceText } from '../../model/file.js';
import type { LogCall } from '../../model/log.js';
import { createRule } from '../../rule/create-rule.js';
import type { Node } from '../../syntax/ast.js';
import { unwrap } from '../../syntax/nodes.js';
import { constantOf } from '../../facts/values.js';

/** Loggers whose lines have fields of their own. */
const STRUCTURED: ReadonlySet<string | null> = new Set([
  'pino',
  'nestjs-pino',
  'hono-pino',
  'bunyan',
  'winston',
  'lambda-powertools-logger',
  'tslog',
]);

export const rule = createRule({
  name: 'no-interpolated-log-message',
  area: 'logging',
  level: 'strict',
  description: 'disallow values inside log messages of structured loggers',
  fixable: true,
  mentions: /log|trace|debug|info|warn|error|fatal/,
  messages: {
    interpolated:
      'The value is baked into the message: no two lines are the same, and at 3 a.m. nobody can filter by it or count them. Log a constant message, and the value as a field.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      Log(log) {
        if (!STRUCTURED.has(log.library) || !log.message || (log.proof === 'name' && !isRequests(log))) return;
        const parts = partsOf(log.message);
        if (!parts || parts.values.every(isConstant)) return;
        // The message of an error in hand is require-error-in-log's.
        const error = heldErrorAt(log.call);
        if (
          error &&
          parts.values.every((value) =>
            usesOf(error, log.message!).some(
              ({ id }) => id.range[0] >= value.range[0] && id.range[1] <= value.range[1],
            ),
          )
        )
          return;
        report({ node: log.message, message: 'interpolated', fix: findFieldsFix(log) });
      },
    };
  },
});

/** A version, a prefix: the same in every line. A member of a record is not, be it known here. */
const isConstant = (value: Node): boolean => unwrap(value).type === 'Identifier' && constantOf(value) !== undefined;

/** `ctx.logger`, `req.log`: what a framework hands in; another's `io.logger` may take texts alone. */
const isRequests = ({ call }: LogCall): boolean =>
  /^(?:this\.)?(?:ctx|context|c|req|request|app|fastify|server)\b/.test(sourceText(call.callee));
