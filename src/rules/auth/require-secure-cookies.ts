import { cookiesOf, isCredential, missingFlags, type Cookie } from '../../facts/cookies.js';
import { findCookieFix } from '../../fix/cookies.js';
import { fileOf } from '../../model/file.js';
import { createRule } from '../../rule/create-rule.js';
import type { Node } from '../../syntax/ast.js';

export const rule = createRule({
  name: 'require-secure-cookies',
  area: 'auth',
  level: 'error',
  description: 'require httpOnly, secure and sameSite on cookies that let somebody in',
  cwe: [614, 1004, 1275],
  fixable: true,
  suggests: true,
  mentions: /cookie|session/i,
  messages: {
    missing: '{{cookie}} lacks {{flags}}: {{why}}. Set {{code}}.',
    crossSite:
      "{{cookie}} is sent across sites (`sameSite: 'none'`) and lacks secure: browsers drop it, and those that don't send it in clear text. Set secure: true.",
    add: 'Set {{code}}',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        const reported = new Set<Node>();
        for (const cookie of cookiesOf(file)) {
          const { absent, off } = missingFlags(cookie);
          const flags = [...off, ...absent];
          if (flags.length === 0 || !isCredential(cookie)) continue;
          const place = cookie.options && fileOf(cookie.options) === file ? cookie.options : cookie.node;
          if (reported.has(place)) continue;
          reported.add(place);
          const fix = findCookieFix(cookie, file);
          const code =
            fix?.code ?? flags.map((flag) => (flag === 'sameSite' ? "sameSite: 'lax'" : `${flag}: true`)).join(', ');
          report({
            node: place,
            message: cookie.isCrossSite && flags.includes('secure') && flags.length === 1 ? 'crossSite' : 'missing',
            data: {
              cookie: nameOf(cookie),
              flags: flags.join(', '),
              why: flags.map((flag) => WHY[flag]).join('; '),
              code,
            },
            ...(fix?.adds ? { fix: fix.fix } : {}),
            suggest: [fix && !fix.adds ? { message: 'add', data: { code }, fix: fix.fix } : null],
          });
        }
      },
    };
  },
});

const WHY = {
  httpOnly: 'an injected script reads it and takes the session away',
  secure: 'one request over http sends it in clear text',
  sameSite: 'other sites can make requests with it',
} as const;

const nameOf = ({ name, row }: Cookie): string =>
  row?.name === undefined && row ? "The session's cookie" : `The cookie '${name ?? 'of the token'}'`;
