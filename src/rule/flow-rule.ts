import { type BackendFile, sourceText } from '../model/file.js';
import type { Flow } from '../model/flow.js';
import type { SinkKind } from '../model/rows/flow.js';
import type { Node } from '../syntax/ast.js';
import { createRule, type BackendRule, type Suggestion } from './create-rule.js';
import { keepTrail } from './flow-trail.js';
import { sourceOf, wayOf } from './flow-words.js';
import type { FactListeners } from './facts.js';
import type { Level } from './metadata.js';

interface FlowRuleDefinition {
  readonly name: string;
  readonly description: string;
  readonly level: Level;
  readonly cwe: readonly number[];
  readonly kinds: readonly SinkKind[];
  /** What it means and what to do; `{{source}}`, `{{sink}}` and `{{way}}` tell the flow. */
  readonly message: string;
  readonly mentions?: RegExp;
  readonly suggests?: boolean;
  /** Whether this flow is one to report. */
  isMeant?(flow: Flow): boolean;
  /** Values that are dangerous without a request in sight: the node, and what it is made of. */
  also?(file: BackendFile): readonly { readonly node: Node; readonly source: Node; readonly sink: string }[];
  /** Edits to offer. */
  suggest?(flow: Flow): readonly (Suggestion<'add'> | null)[];
}

/** Kinds of file that serve requests. */
const SERVING = new Set(['source', 'config', 'script']);

/**
 * A rule about request data that reaches a dangerous call. Each sink is reported once, at the value; one in another
 * file at the call that leaves this one.
 */
export function createFlowRule(definition: FlowRuleDefinition): BackendRule {
  const { name, description, level, cwe, kinds, message, mentions, suggests = false } = definition;
  return createRule({
    name,
    area: 'input',
    level,
    description,
    cwe,
    suggests,
    ...(mentions ? { mentions } : {}),
    messages: { flow: message, ...(suggests ? { add: '{{what}}' } : {}) } as Record<'flow' | 'add', string>,
    create({ file, report }) {
      if (!SERVING.has(file.kind)) return {};
      const reported = new Set<Node>();
      const listeners: FactListeners = {
        Flow(flow) {
          if (!kinds.includes(flow.kind) || reported.has(flow.node)) return;
          const { row } = flow.sink;
          if (row?.part && row.part !== flow.source.source.part) return;
          if (definition.isMeant && !definition.isMeant(flow)) return;
          // A line of a log is one place, however much of the request is in it.
          if (flow.kind === 'log' && reported.has(flow.sink.site)) return;
          reported.add(flow.node).add(flow.sink.site);
          keepTrail(name, flow.node, flow);
          report({
            node: flow.node,
            message: 'flow',
            data: { source: sourceOf(flow), sink: flow.sink.name, way: wayOf(flow) },
            suggest: definition.suggest?.(flow) ?? [],
          });
        },
      };
      const also = definition.also?.bind(definition);
      if (!also) return listeners;
      return {
        ...listeners,
        File() {
          for (const { node, source, sink } of also(file))
            if (!reported.has(node))
              report({
                node,
                message: 'flow',
                data: { source: sourceText(source), sink, way: '' },
              });
        },
      };
    },
  });
}
