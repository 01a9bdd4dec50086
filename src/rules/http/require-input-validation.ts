import { flowsOf } from '../../facts/flow/flows.js';
import { isValidated } from '../../facts/validation/requests.js';
import type { Flow, RequestOrigin } from '../../model/flow.js';
import { fileOf } from '../../model/file.js';
import { createRule } from '../../rule/create-rule.js';
import { keepTrail } from '../../rule/flow-trail.js';
import { sourceOf, wayOf } from '../../rule/flow-words.js';
import { withSlashes } from '../../syntax/file-names.js';
import { calleeName, enclosingFunction } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'require-input-validation',
  area: 'http',
  level: 'error',
  description: 'require that input passes a schema before it is written, queried or sent on',
  cwe: [20],
  messages: {
    unchecked:
      '{{source}} reaches {{sink}}{{way}} as the client sent it: a missing field, a wrong type or a megabyte of text is found by the database, in the middle of the work, or by nobody. Parse it with a schema first; a type annotation checks nothing.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        const told = new Set<string>();
        for (const flow of flowsOf(file)) {
          const { node, part } = flow.source.source;
          // The place where the schema belongs; a read in another file is that file's.
          if (!isUnchecked(flow) || fileOf(node) !== file || isOfLog(flow)) continue;
          const key = `${part}:${(enclosingFunction(node) ?? file.ast).range[0]}`;
          if (told.has(key) || isValidated({ part, node, validatedBy: flow.source.validatedBy })) continue;
          told.add(key);
          keepTrail('require-input-validation', node, flow);
          report({
            node,
            message: 'unchecked',
            data: { source: sourceOf(flow), sink: flow.sink.name, way: wayOf(flow) },
          });
        }
      },
    };
  },
});

/** A line of a log that goes to a chat or a collector is words, whatever stands in it. */
const isOfLog = ({ calls }: Flow): boolean =>
  calls.some((call) => call.type === 'CallExpression' && /^log(?!in|out|ic)/i.test(calleeName(call) ?? ''));

/** `req.query.teamId` in `pages/api/teams/[teamId]/…`: Next.js hands path parameters over with the query. */
const isPathParameter = ({ source: { part, node }, path: [name] }: RequestOrigin): boolean =>
  part === 'query' && name !== undefined && dynamicSegments(fileOf(node).path).includes(name);

const dynamicSegments = (path: string): string[] =>
  [...(/\/pages\/api\/.*/.exec(withSlashes(path))?.[0] ?? '').matchAll(/\[+(?:\.{3})?(\w+)\]/g)].map(
    ([, name]) => name!,
  );

/**
 * Bodies wherever they are used. Texts of the query only where they are written or sent on, or stand there as a whole: a
 * lookup by a wrong text finds nothing. Path parameters and headers are texts too.
 */
function isUnchecked({ kind, source }: Flow): boolean {
  const { part } = source.source;
  if (isPathParameter(source)) return false;
  if (part === 'body') return kind === 'input' || kind === 'lookup';
  if (part === 'query') return kind === 'input' || (kind === 'lookup' && source.path.length === 0);
  return false;
}
