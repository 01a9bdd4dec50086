import { allSecretOutputs } from '../../facts/logs/outputs.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-secrets-in-logs',
  area: 'secrets',
  level: 'warn',
  description: 'disallow passwords, tokens, cookies and the environment in logs and error messages',
  cwe: [532, 209],
  mentions: /pass|pwd|secret|token|key|auth|cred|jwt|bearer|cookie|headers|body|input|env\b|url|uri|dsn|login|sign/i,
  messages: {
    log: '{{what}} goes into the log: everybody who reads it, the vendor that keeps it and its backups can act with it. Leave it out, or log that it is there, or have the logger redact it.',
    error:
      '{{what}} goes into the message of an error, and with it into logs, error trackers and sometimes the answer. Say what failed without the value.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        const seen = new Set<number>();
        for (const { node, what, where } of allSecretOutputs(file)) {
          if (seen.has(node.range[0])) continue;
          seen.add(node.range[0]);
          report({ node, message: where, data: { what: what.charAt(0).toUpperCase() + what.slice(1) } });
        }
      },
    };
  },
});
