import { rule } from '../../../src/rules/auth/no-insecure-session.js';
import { ruleTester } from '../../rule-tester.js';

const session = "import session from 'express-session';\n";
const good = "store, name: 'shop', saveUninitialized: false, cookie: { maxAge: 1000 }";

ruleTester.run('no-insecure-session', rule as never, {
  valid: [
    { name: 'all said', code: `${session}export const s = session({ ${good} });` },
    { name: 'options from elsewhere', code: `${session}export const s = session(options);` },
    { name: 'a spread', code: `${session}export const s = session({ ...options });` },
    {
      name: 'a session of something else',
      code: "import { session } from './own.js';\nexport const s = session({ secret: 'x' });",
    },
    {
      name: 'a new id',
      code: `${session}export function login(req, user) { req.session.regenerate(() => { req.session.userId = user.id; }); }`,
    },
    { name: 'no login', code: `${session}export function save(req, user) { req.session.user = user; }` },
  ],
  invalid: [
    {
      name: 'in memory',
      code: `${session}export const s = session({ ${good.replace('store, ', '')} });`,
      errors: [
        {
          messageId: 'setup',
          data: {
            faults: 'live in the memory of the process, which grows until it dies and takes every login with it',
            remedy: 'Give a store (connect-redis, connect-pg-simple).',
          },
        },
      ],
    },
    {
      name: 'for every visitor',
      code: `${session}export const s = session({ ${good.replace('false', 'true')} });`,
      errors: [{ messageId: 'uninitialized' }],
    },
    {
      name: 'without an end',
      code: `${session}export const s = session({ ${good.replace('maxAge: 1000', 'secure: true')} });`,
      errors: [{ messageId: 'setup' }],
    },
    {
      name: 'the same id after the login',
      code: `${session}export function login(req, user) { req.session.userId = user.id; }`,
      errors: [{ messageId: 'fixed' }],
    },
  ],
});
