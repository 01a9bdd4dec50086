import { cleartextOf } from '../../facts/tls/cleartext.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-cleartext-transport',
  area: 'input',
  level: 'warn',
  description: 'disallow connections without TLS to hosts that are not local',
  cwe: [319],
  suggests: true,
  // The address may stand in another file.
  mentions: /http|ws:|ftp:|redis|amqp|mqtt|ldap|smtp|createTransport|fetch|axios|\bgot\b|\bky\b|WebSocket|connect\(/i,
  messages: {
    cleartext:
      'What goes to {{host}} by {{scheme}} goes in clear text: whoever stands on the way reads and changes it, keys and passwords included. {{remedy}}',
    replace: 'Use {{scheme}}:',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, scheme, host, replacement } of cleartextOf(file)) {
          const start = replacement ? file.text.slice(...replacement.node.range).indexOf(`${scheme}:`) : -1;
          const at = replacement && start >= 0 ? replacement.node.range[0] + start : null;
          report({
            node,
            message: 'cleartext',
            data: {
              host,
              scheme: `${scheme}:`,
              remedy: replacement
                ? `Use ${replacement.scheme}:.`
                : scheme === 'smtp'
                  ? 'Use port 465 with secure: true, or requireTLS: true.'
                  : 'Connect with TLS.',
            },
            suggest: [
              replacement && at !== null
                ? {
                    message: 'replace',
                    data: { scheme: replacement.scheme },
                    fix: (fixer) => fixer.replaceTextRange([at, at + scheme.length], replacement.scheme),
                  }
                : null,
            ],
          });
        }
      },
    };
  },
});
