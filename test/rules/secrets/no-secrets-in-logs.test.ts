import { rule } from '../../../src/rules/secrets/no-secrets-in-logs.js';
import { ruleTester } from '../../rule-tester.js';

const pino = "import pino from 'pino';\nconst logger = pino();\n";
const redacting = "import pino from 'pino';\nconst logger = pino({ redact: ['password', '*.token'] });\n";
const express = "import { Router } from 'express';\nconst router = Router();\n";

const logged = (name: string, code: string) => ({ name, code, errors: [{ messageId: 'log' as const }] });

ruleTester.run('no-secrets-in-logs', rule as never, {
  valid: [
    { name: 'whether there is one', code: `${pino}logger.info({ hasToken: !!token, length: token.length });` },
    { name: 'a part of it', code: `${pino}logger.info(\`key \${apiKey.slice(-4)}\`);` },
    { name: 'a masked one', code: `${pino}logger.info({ token: mask(token), password: hash(password) });` },
    { name: 'a redacted path', code: `${redacting}logger.info({ password, user: { token } }, 'x');` },
    { name: 'an id of a token', code: `${pino}logger.info({ token: row.tokenId }, 'x');` },
    { name: 'words about secrets', code: `${pino}logger.error('invalid password or token');` },
    { name: "a model's tokens", code: `${pino}logger.info({ inputTokens, maxTokens, nextPageToken });` },
    { name: "a parser's token", code: 'throw new Error(`Unexpected token ${token}`);' },
    {
      name: 'the id of a credential',
      filename: '/nowhere/app.ts',
      code: 'async function f(body) { const found = await store.findOneBy({ id: body.credential }); if (!found) throw new Error(`Credential ${body.credential} not found`); }',
    },
    {
      name: 'who a token is for',
      filename: '/nowhere/app.ts',
      code: 'async function f(text) { const userId = await getUserIdFromAuthRefreshToken(text); throw new Error(`no user ${userId}`); }',
    },
    {
      name: 'an address put together without a secret',
      filename: '/nowhere/app.ts',
      code: `${pino}function f(path) { const url = \`\${base}clickhouse/\${path}\`; logger.error({ clickhouse_url: url }, 'x'); }`,
    },
    {
      name: 'a command that shows the password that it made',
      filename: '/nowhere/cli/user.ts',
      code: 'function f(password) { console.log(`Generated password: ${password}`); }',
    },
    { name: 'development only', code: `if (env.isDevelopment) console.log(\`sign in with \${token}\`);` },
    {
      name: 'the body of a route without credentials',
      code: `${express}router.post('/notes', (req, res) => { console.log(req.body); });`,
    },
    {
      name: 'one header of no weight',
      code: `${express}router.get('/', (req, res) => { console.log(req.headers['user-agent']); });`,
    },
  ],
  invalid: [
    {
      name: 'a password among the fields',
      code: `${pino}logger.info({ email, password }, 'login');`,
      errors: [
        {
          message:
            '`password` goes into the log: everybody who reads it, the vendor that keeps it and its backups can act with it. Leave it out, or log that it is there, or have the logger redact it.',
          line: 3,
          column: 22,
        },
      ],
    },
    {
      name: 'a key in the message of an error',
      code: 'throw new HttpError(401, `Unknown key ${apiKey}`);',
      errors: [
        {
          message:
            '`apiKey` goes into the message of an error, and with it into logs, error trackers and sometimes the answer. Say what failed without the value.',
        },
      ],
    },
    logged('the environment', 'console.log(process.env);'),
    logged('a variable of the environment', "console.info('db', process.env.DATABASE_URL);"),
    logged('all cookies', `${express}router.get('/', (req, res) => { console.log(req.cookies); });`),
    logged('all headers', `${express}router.get('/', ({ headers }, res) => { console.log({ headers }); });`),
    logged('a header', `${express}router.get('/', (req, res) => { console.log(req.get('Authorization')); });`),
    logged('the body of a login', `${express}router.post('/login', (req, res) => { console.log(req.body); });`),
    logged('a link with a token in it', `${pino}const link = \`https://x/?token=\${token}\`;\nlogger.info({ link });`),
    logged('a redaction of other paths', `${redacting}logger.info({ apiKey }, 'x');`),
    logged('the result of a login', `${pino}const session = await auth.signIn(user);\nlogger.info({ session });`),
    logged(
      'a declared field',
      `${pino}interface Sign { password: string }\nfunction f(dto: Sign) { logger.info(dto); }`,
    ),
    logged(
      'an own logger',
      `${pino}const log = { info: (text: string, data: object) => logger.info(data, text) };\nlog.info('x', { password });`,
    ),
    logged('a handed-in logger', "export const f = (ctx) => ctx.logger.info('x', { secret: ctx.secret });"),
  ],
});
