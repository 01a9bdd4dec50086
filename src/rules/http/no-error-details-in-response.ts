import { allExposures, allOpenSettings } from '../../facts/errors/exposures.js';
import { hideDetails } from '../../fix/error-detail.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-error-details-in-response',
  area: 'http',
  level: 'error',
  description: 'disallow telling the client what an unknown error said',
  cwe: [209],
  suggests: true,
  mentions: /err|exception|catch|reason|stacktrace|\be\b/i,
  messages: {
    message:
      '{{code}} tells the client what an unknown error said: table names, hosts, paths, whatever the driver put into it. Log the error, and answer with a text of your own.',
    inner:
      '{{code}} shows the client how the server is made inside: files, versions, statements. Log the error, and answer with a text of your own.',
    whole:
      '{{code}} goes to the client as it is, with whatever the driver put into it. Log the error, and answer with a text of your own.',
    setting:
      '{{code}} sends the stack or the text of every error to the client. Leave it to the default, and log errors on the server.',
    hide: 'Answer with a generic text',
  },
  create({ file, sourceCode, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, leaks } of allExposures(file)) {
          const worst = leaks.find(({ detail }) => detail === 'inner') ?? leaks[0]!;
          report({
            node: worst.node,
            message: worst.detail === 'result' ? 'message' : worst.detail,
            data: { code: sourceCode.getText(worst.node).replaceAll(/\s+/g, ' ').slice(0, 60) },
            suggest: [{ message: 'hide', fix: hideDetails(leaks, [node, ...bodiesOf(node)]) }],
          });
        }
        for (const node of allOpenSettings(file))
          report({ node, message: 'setting', data: { code: sourceCode.getText(node) } });
      },
    };
  },
});

/** The arguments of the call that answers: one of them may be the whole body. */
const bodiesOf = (node: { readonly type: string }): readonly never[] =>
  'arguments' in node ? (node as unknown as { arguments: never[] }).arguments : [];
