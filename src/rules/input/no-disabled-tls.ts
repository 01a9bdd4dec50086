import { disabledTlsOf } from '../../facts/tls/disabled.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-disabled-tls',
  area: 'input',
  level: 'error',
  description: 'disallow TLS without a check of the other side, and versions below 1.2',
  cwe: [295, 326],
  fixable: true,
  mentions:
    /rejectUnauthorized|REJECT_UNAUTHORIZED|checkServerIdentity|TLSv1|SSLv|secureProtocol|strictSSL|sslValidate|trustServerCertificate|tlsAllow|tlsInsecure|insecureSkip/,
  messages: {
    certificate:
      '`{{name}}` takes any certificate: whoever stands on the way answers in place of the server, and reads and changes what goes through. Give the private CA (`ca`) instead of switching the check off.',
    process:
      '`{{name}}` switches the check of certificates off for every connection of the process, those of libraries too: whoever stands on the way reads and changes them. Trust a private CA by NODE_EXTRA_CA_CERTS.',
    host: 'This `{{name}}` accepts every name: any valid certificate, of any site, passes for the server. Leave it out, or compare the name.',
    version:
      '`{{name}}` allows TLS below 1.2, whose ciphers are broken and which RFC 8996 forbids. Use TLSv1.2 or later.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, kind, name, replacement } of disabledTlsOf(file))
          report({
            node,
            message: kind,
            data: { name },
            ...(replacement ? { fix: (fixer) => fixer.replaceText(replacement.node, replacement.text) } : {}),
          });
      },
    };
  },
});
