import { RuleTester } from '@typescript-eslint/rule-tester';
import { afterAll, describe, it } from 'vitest';
import { rule } from '../../../src/rules/secrets/no-hardcoded-secrets.js';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({
  languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  defaultFilenames: { ts: 'src/app.ts', tsx: 'src/app.tsx' },
});

// Put together from parts, so that push protection doesn't take them for real ones.
const STRIPE = ['sk', 'live', '51q8cPtIF4TDve0LV5bEHxq9'].join('_');
const STRIPE_TEST = ['sk', 'test', '51q8cPtIF4TDve0LV5bEHxq9'].join('_');
const GITHUB = ['ghp', 'He7IpqvQSIcaIFkihDpoNnOS17NYZDFHy1rQ'].join('_');

const reads = (output: string, home = 'process.env.JWT_SECRET') => [
  { messageId: 'read' as const, data: { home }, output },
];

tester.run('no-hardcoded-secrets', rule, {
  valid: [
    {
      name: 'fallbacks are another rule’s',
      code: `import jwt from 'jsonwebtoken';
        jwt.sign({}, process.env.JWT_SECRET || 'dev-Secret-1234');
        export const a = process.env.API_KEY ?? 'local-Key-1234';
        export const { MAIL_PASSWORD = 'mailhog-Pass-12' } = process.env;
        process.env.JWT_SECRET ||= 'dev-Secret-1234';
        if (!process.env.SESSION_SECRET) process.env.SESSION_SECRET = 'dev-Secret-1234';
        export const schema = z.object({ JWT_SECRET: z.string().default('dev-Secret-1234') });
        export const s = config.get('JWT_SECRET', 'dev-Secret-1234');`,
    },
    {
      name: 'an empty string and a placeholder in a secret’s place',
      code: `import jwt from 'jsonwebtoken'; jwt.sign({}, ''); jwt.sign({}, 'changeme'); jwt.sign({}, '<your-secret>');`,
    },
    {
      name: 'a key for a server on the own machine',
      code: `import OpenAI from 'openai'; new OpenAI({ baseURL: 'http://localhost:11434/v1', apiKey: 'ollama' });`,
    },
    { name: 'a value that is refused', code: `if (secret === 'Tr0ub4dor-and-3') throw new Error('Choose another');` },
    {
      name: 'what runs in tests only',
      code: `if (process.env.NODE_ENV === 'test') { apiKey = 'k-9f2c7b61d0e84a35'; }`,
    },
    { name: 'settings of the tests', code: `export default { test: { env: { API_KEY: 'k-9f2c7b61d0e84a35' } } };` },
    {
      name: 'a list of columns',
      code: `export const COLUMNS_WITHOUT_CREDENTIALS = ['_accounts.id', '_accounts.tag'];`,
    },
    { name: 'a snippet for another language', code: "export const secretKey = `os.environ['APP_SECRET']`;" },
    {
      name: 'the address of a contract',
      code: `export const USDC_TOKEN = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';`,
    },
    {
      name: 'a publishable key in an address',
      code: 'export const logo = `https://img.host.dev/x?token=pk_X-1ZO13GSgeOoUrIuJ6GMQ`;',
    },
    {
      name: 'a literal in a test, or a token of a test mode there',
      filename: 'src/app.test.ts',
      code: `export const password = 'Sup3rPassw0rd!'; call('${STRIPE_TEST}');`,
    },
  ],
  invalid: [
    {
      name: 'a guessable word in a secret’s place',
      code: `import jwt from 'jsonwebtoken'; jwt.sign({}, 'secret');`,
      errors: [
        {
          messageId: 'weak',
          data: { taker: '`jwt.sign`', home: 'process.env.JWT_SECRET' },
          line: 1,
          column: 46,
          endColumn: 54,
          suggestions: reads(`import jwt from 'jsonwebtoken'; jwt.sign({}, process.env.JWT_SECRET!);`),
        },
      ],
    },
    {
      name: 'one literal that is both named and in a place is one report',
      code: `import jwt from 'jsonwebtoken'; const jwtSecret = 'Glass-Otter-At-Sea-4'; jwt.sign({}, jwtSecret); jwt.verify('', jwtSecret);`,
      errors: [
        {
          messageId: 'position',
          column: 51,
          suggestions: reads(
            `import jwt from 'jsonwebtoken'; const jwtSecret = process.env.JWT_SECRET!; jwt.sign({}, jwtSecret); jwt.verify('', jwtSecret);`,
          ),
        },
      ],
    },
    {
      name: 'through a local function, its parameter and an encoding',
      code: `import { createHmac } from 'node:crypto';
const sign = (text: string, key: string) => createHmac('sha256', Buffer.from(key)).update(text);
sign('x', 'Glass-Otter-At-Sea');`,
      errors: [
        {
          messageId: 'position',
          line: 3,
          column: 11,
          suggestions: reads(
            `import { createHmac } from 'node:crypto';
const sign = (text: string, key: string) => createHmac('sha256', Buffer.from(key)).update(text);
sign('x', process.env.SIGNING_SECRET!);`,
            'process.env.SIGNING_SECRET',
          ),
        },
      ],
    },
    {
      name: 'a token in the middle of a text keeps the text',
      code: `const remote = 'https://oauth2:${GITHUB}@github.com/acme/\`infra\`.git';`,
      errors: [
        {
          messageId: 'token',
          suggestions: reads(
            `const remote = \`https://oauth2:\${process.env.GITHUB_TOKEN}@github.com/acme/\\\`infra\\\`.git\`;`,
            'process.env.GITHUB_TOKEN',
          ),
        },
      ],
    },
    {
      name: 'a constant assertion and an attribute stay valid',
      filename: 'src/app.tsx',
      code: `const a = '${STRIPE}' as const; const b = <Pay stripeKey="${STRIPE}" />;`,
      errors: [
        {
          messageId: 'token',
          suggestions: reads(
            `const a = process.env.STRIPE_SECRET_KEY!; const b = <Pay stripeKey="${STRIPE}" />;`,
            'process.env.STRIPE_SECRET_KEY',
          ),
        },
        {
          messageId: 'token',
          suggestions: reads(
            `const a = '${STRIPE}' as const; const b = <Pay stripeKey={process.env.STRIPE_KEY!} />;`,
            'process.env.STRIPE_KEY',
          ),
        },
      ],
    },
    {
      name: 'nothing to suggest where only a literal may stand',
      code: `enum Keys { Stripe = '${STRIPE}' }`,
      errors: [{ messageId: 'token', suggestions: null }],
    },
    {
      name: 'a live token in a test',
      filename: 'src/app.test.ts',
      code: `call('${STRIPE}');`,
      errors: [
        {
          messageId: 'token',
          data: { what: 'A Stripe secret key', home: 'process.env.STRIPE_SECRET_KEY' },
          suggestions: reads(`call(process.env.STRIPE_SECRET_KEY!);`, 'process.env.STRIPE_SECRET_KEY'),
        },
      ],
    },
    {
      name: 'Deno’s environment',
      code: `Deno.serve(() => new Response()); export const apiKey = 'k-9f2c7b61d0e84a35';`,
      errors: [
        {
          messageId: 'named',
          suggestions: reads(
            `Deno.serve(() => new Response()); export const apiKey = Deno.env.get('API_KEY')!;`,
            "Deno.env.get('API_KEY')",
          ),
        },
      ],
    },
    {
      name: 'the basic credentials of a header, encoded on the spot',
      code: `export const headers = { Authorization: 'Basic ' + btoa('svc:Wint3rIsC0ming') };`,
      errors: [
        {
          messageId: 'named',
          suggestions: reads(
            `export const headers = { Authorization: 'Basic ' + btoa(process.env.BASIC_CREDENTIALS!) };`,
            'process.env.BASIC_CREDENTIALS',
          ),
        },
      ],
    },
    {
      name: 'a key that a request is compared with',
      code: `if (req.headers['x-api-key'] !== 'k-9f2c7b61d0e84a35') deny();`,
      errors: [
        {
          messageId: 'named',
          suggestions: reads(`if (req.headers['x-api-key'] !== process.env.API_KEY!) deny();`, 'process.env.API_KEY'),
        },
      ],
    },
    {
      name: 'nothing to suggest in code for browsers',
      code: `'use client'; export const apiKey = 'k-9f2c7b61d0e84a35';`,
      errors: [{ messageId: 'named', suggestions: null }],
    },
  ],
});
