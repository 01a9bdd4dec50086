import { usesCookieAuth } from '../../facts/applications/cookie-auth.js';
import { corsFaultsOf } from '../../facts/applications/cors.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-permissive-cors',
  area: 'http',
  level: 'error',
  description: 'disallow CORS settings that let foreign sites read answers meant for your users',
  cwe: [942, 346],
  mentions: /cors|access-control/i,
  messages: {
    'any-with-credentials':
      'Every origin is allowed together with credentials: browsers refuse this combination, and the next "fix" is to reflect the origin, which opens every account. List the origins that may send cookies.',
    reflected:
      'The asking origin is answered with itself, and credentials are allowed: any site that a user visits can read this API as that user. List the origins that may.',
    pattern:
      'This check of the origin also takes others (an end that is open, or a dot that is any character): whoever registers such a name reads answers as your users. Compare whole origins, or anchor the pattern and escape its dots.',
    null: "The origin 'null' is sent by sandboxed frames and local files of anyone: allowing it allows every site. Take it off the list.",
    any: 'Every origin may read this API, and the API knows its users by a cookie: consider listing the origins instead. Where everything it answers is public, say so and switch this off here.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { kind, node } of corsFaultsOf(file))
          if (kind !== 'any' || usesCookieAuth(file)) report({ node, message: kind });
      },
    };
  },
});
