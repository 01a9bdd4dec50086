import { rule } from '../../../src/rules/secrets/no-secret-fallback.js';
import { ruleTester } from '../../rule-tester.js';

const thrown = (name: string): string => `(() => { throw new Error('${name} is not set'); })()`;
const reported = (name: string, code: string, variable: string, output: string, messageId = 'literal') => ({
  name,
  code,
  errors: [{ messageId, suggestions: [{ messageId: 'stop', data: { name: variable }, output }] }],
});

ruleTester.run('no-secret-fallback', rule as never, {
  valid: [
    { name: 'another variable', code: 'export const a = process.env.JWT_SECRET ?? process.env.SECRET;' },
    { name: 'no secret', code: "export const a = process.env.LOG_LEVEL || 'info';" },
    { name: 'a text that says there is none', code: "export const a = process.env.API_KEY ?? 'unset';" },
    { name: 'an empty password', code: "export const a = process.env.REDIS_PASSWORD ?? '';" },
    { name: 'a test', code: "if (process.env.NODE_ENV === 'test') process.env.JWT_SECRET ??= 'abc';" },
    {
      name: 'a text that is refused',
      code: "const key = process.env.APP_SECRET ?? 'change-me';\nif (key === 'change-me') throw new Error('set it');",
    },
    {
      name: "a column's default",
      code: "export const users = table({ token: varchar('token').default('none yet') });",
    },
    { name: "a cache's key", code: "export const a = cache.get('token', 'abc');" },
    {
      name: 'a file that prepares a test run',
      code: "process.env.NODE_ENV = 'test';\nprocess.env.RESEND_API_KEY ??= 'abc-key';",
    },
  ],
  invalid: [
    {
      name: 'beside the read',
      code: "export const a = process.env.JWT_SECRET || 'dev';",
      errors: [
        {
          message:
            'Where `JWT_SECRET` is missing, this text takes its place: one forgotten variable in a deployment, and everybody who has read the source can sign in with it. Stop at the start instead.',
          column: 44,
          suggestions: [
            {
              desc: 'Throw when JWT_SECRET is missing',
              output: `export const a = process.env.JWT_SECRET || ${thrown('JWT_SECRET')};`,
            },
          ],
        },
      ],
    },
    reported(
      'an empty secret',
      "export const a = process.env['SESSION_SECRET'] ?? '';",
      'SESSION_SECRET',
      `export const a = process.env['SESSION_SECRET'] ?? ${thrown('SESSION_SECRET')};`,
      'empty',
    ),
    reported(
      'a chain',
      "export const a = process.env.API_KEY || process.env.KEY || 'abc';",
      'API_KEY',
      `export const a = process.env.API_KEY || process.env.KEY || ${thrown('API_KEY')};`,
    ),
    reported(
      'a default of a pattern',
      "const { API_TOKEN = 'abc' } = process.env;",
      'API_TOKEN',
      `const { API_TOKEN = ${thrown('API_TOKEN')} } = process.env;`,
    ),
    reported(
      'a schema',
      "export const s = { JWT_SECRET: z.string().default('abc').transform(String) };",
      'JWT_SECRET',
      'export const s = { JWT_SECRET: z.string().transform(String) };',
    ),
    reported(
      'an option',
      "export const s = { DB_PASSWORD: str({ default: 'abc', desc: 'x' }) };",
      'DB_PASSWORD',
      "export const s = { DB_PASSWORD: str({ desc: 'x' }) };",
    ),
    reported(
      'an argument',
      "export const a = getEnv('JWT_SECRET', 'abc');",
      'JWT_SECRET',
      `export const a = getEnv('JWT_SECRET') ?? ${thrown('JWT_SECRET')};`,
    ),
    reported(
      'an assignment',
      "let jwtSecret = process.env.JWT_SECRET;\nif (!jwtSecret) jwtSecret = 'Tr0ub4dor&3xyz';",
      'JWT_SECRET',
      "let jwtSecret = process.env.JWT_SECRET;\nif (!jwtSecret) throw new Error('JWT_SECRET is not set');",
    ),
  ],
});
