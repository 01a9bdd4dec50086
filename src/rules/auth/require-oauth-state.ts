import { unboundAuthorizationsOf } from '../../facts/oauth.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-oauth-state',
  area: 'auth',
  level: 'error',
  description: 'require a state or PKCE in every OAuth authorization request',
  cwe: [352],
  mentions: /oauth|passport-|client_id|authorizeURL|authorizationUrl|AuthorizationUrl|generateAuthUrl/i,
  messages: {
    strategy:
      "This strategy sends no state and no PKCE: an attacker's link finishes his own login in a victim's browser, and ties the victim's account to his. Set `state: true` (or `pkce: true`).",
    url: "This authorization request carries neither state nor PKCE: an attacker's link finishes his own login in a victim's browser, and ties the victim's account to his. Send a random state, kept in the session, or a code challenge.",
    guessable:
      'The state is `{{state}}`, which others know or can guess: they forge the callback with it. Make it random, keep it in the session or sign it, and compare it when the answer comes.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, kind, state } of unboundAuthorizationsOf(file))
          report({ node, message: kind, data: { state } });
      },
    };
  },
});
