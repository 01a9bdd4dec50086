import { rule } from '../../../src/rules/auth/require-oauth-state.js';
import { ruleTester } from '../../rule-tester.js';

const url = (state: string): string =>
  `export const f = (workspaceId: string, state: string) => \`https://x.com/authorize?client_id=\${id}&response_type=code${state}\`;`;

ruleTester.run('require-oauth-state', rule as never, {
  valid: [
    { name: 'a state from elsewhere', code: url('&state=${state}') },
    { name: 'PKCE', code: url('&code_challenge=${challenge}') },
    {
      name: 'a request for the token',
      code: "export const p = new URLSearchParams({ client_id: 'a', client_secret: 'b', code, redirect_uri: '/', scope: 'x' });",
    },
    {
      name: 'a state that is set later',
      code: "export function f() { const p = new URLSearchParams({ client_id: 'a', response_type: 'code' }); p.set('state', random()); return p; }",
    },
    {
      name: 'a strategy of its own state',
      code: "import { Strategy } from 'passport-github2';\nexport const s = new Strategy({ clientID: 'a', clientSecret: b, state: true }, verify);",
    },
    {
      name: 'options from elsewhere',
      code: "import { Strategy } from 'passport-github2';\nexport const s = new Strategy(options, verify);",
    },
    {
      name: 'a signed state',
      code: "export const f = (workspaceId: string) => client.authorizeURL({ scope: 'x', state: sign({ workspaceId }) });",
    },
  ],
  invalid: [
    { name: 'a text without one', code: url(''), errors: [{ messageId: 'url' }] },
    {
      name: 'parameters without one',
      code: "export const p = new URLSearchParams({ client_id: 'a', response_type: 'code', redirect_uri: '/' });",
      errors: [{ messageId: 'url' }],
    },
    {
      name: 'an SDK',
      code: "export const f = (client: any) => client.generateAuthUrl({ access_type: 'offline', scope: ['x'] });",
      errors: [{ messageId: 'url' }],
    },
    {
      name: 'an id',
      code: url('&state=${workspaceId}'),
      errors: [{ messageId: 'guessable', data: { state: 'workspaceId' } }],
    },
    {
      name: 'an id, encoded',
      code: "export const f = (teamId: string) => client.authorizeURL({ scope: 'x', state: btoa(JSON.stringify({ teamId })) });",
      errors: [{ messageId: 'guessable' }],
    },
    {
      name: 'a constant',
      code: "export const f = () => client.authorizeURL({ scope: 'x', state: 'abc' });",
      errors: [{ messageId: 'guessable', data: { state: "'abc'" } }],
    },
    {
      name: 'a strategy',
      code: "import { Strategy } from 'passport-discord';\nexport const s = new Strategy({ clientID: 'a', clientSecret: b, callbackURL: '/' }, verify);",
      errors: [{ messageId: 'strategy' }],
    },
  ],
});
