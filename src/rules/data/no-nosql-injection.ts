import { flowsOf } from '../../facts/flow/flows.js';
import { isStripped } from '../../facts/validation/operators.js';
import { mayBeObject } from '../../facts/validation/shapes.js';
import { isOpenPart } from '../../facts/validation/open-parts.js';
import { isValidated } from '../../facts/validation/requests.js';
import type { Flow } from '../../model/flow.js';
import { createRule } from '../../rule/create-rule.js';
import type { Node } from '../../syntax/ast.js';
import { keepTrail } from '../../rule/flow-trail.js';
import { sourceOf, wayOf } from '../../rule/flow-words.js';

export const rule = createRule({
  name: 'no-nosql-injection',
  area: 'data',
  level: 'error',
  description: 'disallow request data that can be an operator in the filter of a document database',
  cwe: [943],
  suggests: true,
  messages: {
    operator:
      '{{source}} stands in the filter of {{sink}}{{way}} as the client sent it: as an object such as { "$ne": null } it matches every document, and a login or lookup lets anyone in. Make it text (String(…)), or parse it with a schema first.',
    filter:
      '{{source}} is the filter of {{sink}}{{way}}: the client writes the query, with any field and operator. Build the filter of the fields that you mean.',
    code: '{{source}} becomes a field name or code in the filter of {{sink}}{{way}}: with a $ in front it is an operator, and $where runs it. Pick the field from a list of your own.',
    text: 'Make it text: {{code}}',
  },
  create({ file, sourceCode, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        const told = new Set<Node>();
        for (const flow of flowsOf(file)) {
          if (flow.kind !== 'filter' && flow.kind !== 'nosql') continue;
          if (told.has(flow.node) || (flow.kind === 'filter' && !isHarmful(flow))) continue;
          told.add(flow.node);
          const isWhole = flow.kind === 'filter' && flow.source.path.length === 0;
          const code = `String(${sourceCode.text.slice(...flow.node.range)})`;
          keepTrail('no-nosql-injection', flow.node, flow);
          const isOwn =
            flow.calls.length === 0 && flow.node === flow.sink.value && flow.sink.path.length === 0 && !isWhole;
          report({
            node: flow.node,
            message: flow.kind === 'nosql' ? 'code' : isWhole ? 'filter' : 'operator',
            data: { source: sourceOf(flow), sink: flow.sink.name, way: wayOf(flow) },
            suggest: [
              flow.kind === 'filter' && isOwn
                ? {
                    message: 'text',
                    data: { code },
                    fix: (fixer) =>
                      // `{ email }` is a property without a value of its own.
                      flow.node.parent?.type === 'Property' && flow.node.parent.shorthand
                        ? fixer.replaceText(flow.node.parent, `${sourceCode.text.slice(...flow.node.range)}: ${code}`)
                        : fixer.replaceText(flow.node, code),
                  }
                : null,
            ],
          });
        }
      },
    };
  },
});

function isHarmful({ source }: Flow): boolean {
  const { part, node } = source.source;
  if (!mayBeObject(part, node)) return false;
  const { path, validatedBy } = source;
  if (!isOpenPart({ node, validatedBy }, path) && isValidated({ part, node, validatedBy })) return false;
  return !isStripped(node);
}
