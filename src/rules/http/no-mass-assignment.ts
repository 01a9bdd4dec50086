import { flowsOf } from '../../facts/flow/flows.js';
import { findPickedFields } from '../../fix/picked-fields.js';
import { isClosedParse } from '../../facts/validation/closed-bodies.js';
import { isOpenPart } from '../../facts/validation/open-parts.js';
import { isValidated } from '../../facts/validation/requests.js';
import { mayBeObject } from '../../facts/validation/shapes.js';
import type { Flow } from '../../model/flow.js';
import { createRule } from '../../rule/create-rule.js';
import type { Node } from '../../syntax/ast.js';
import { keepTrail } from '../../rule/flow-trail.js';
import { sourceOf, wayOf } from '../../rule/flow-words.js';

export const rule = createRule({
  name: 'no-mass-assignment',
  area: 'http',
  level: 'error',
  description: 'disallow request bodies written to rows as they came',
  cwe: [915],
  suggests: true,
  mentions: /body|query|input|payload|dto|data|req|ctx|event|args|params/i,
  messages: {
    whole:
      '{{sink}} writes every field that the client sends in {{source}}{{way}}: also role, price or owner, if the table has them. Pick the fields that a client may set, or parse them with a schema that lists them.',
    pick: 'Write these fields only: {{code}}',
  },
  create({ file, sourceCode, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        const told = new Set<Node>();
        for (const flow of flowsOf(file)) {
          if (flow.kind !== 'row' || told.has(flow.node) || !isOpen(flow)) continue;
          told.add(flow.node);
          const picked = findPickedFields(flow, sourceCode);
          keepTrail('no-mass-assignment', flow.node, flow);
          report({
            node: flow.node,
            message: 'whole',
            data: { source: sourceOf(flow), sink: flow.sink.name, way: wayOf(flow) },
            suggest: [
              picked
                ? {
                    message: 'pick',
                    data: { code: picked.code },
                    fix: (fixer) => fixer.replaceText(picked.node, picked.code),
                  }
                : null,
            ],
          });
        }
      },
    };
  },
});

/** A whole part of the request, or an object in it, that no schema has cut down to fields of its own. */
function isOpen({ source }: Flow): boolean {
  const { part, node } = source.source;
  if (source.path.length === 0 ? part !== 'body' && part !== 'query' : !mayBeObject(part, node)) return false;
  if (isOpenPart({ node, validatedBy: source.validatedBy }, source.path)) return true;
  return source.validatedBy ? !isClosedParse(source.validatedBy) : !isValidated({ part, node, validatedBy: null });
}
