import { rule } from '../../../src/rules/secrets/no-public-env-secrets.js';
import { ruleTester } from '../../rule-tester.js';

const published = (name: string, code: string) => ({ name, code, errors: [{ messageId: 'published' as const }] });

ruleTester.run('no-public-env-secrets', rule as never, {
  valid: [
    { name: 'no secret', code: 'export const a = process.env.NEXT_PUBLIC_API_URL;' },
    { name: 'no prefix', code: 'export const a = process.env.API_SECRET;' },
    { name: 'a key made to be published', code: 'export const a = process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY;' },
    { name: 'a key of a map', code: 'export const a = import.meta.env.VITE_MAPBOX_ACCESS_TOKEN;' },
    { name: 'a private key of the configuration', code: 'defineNuxtConfig({ runtimeConfig: { apiSecret: "" } });' },
    { name: "a demo's, which everybody may know", code: 'export const a = process.env.NEXT_PUBLIC_DEMO_PASSWORD;' },
  ],
  invalid: [
    {
      name: 'a read',
      code: 'export const a = import.meta.env.VITE_API_SECRET;',
      errors: [
        {
          message:
            '`VITE_` has the bundler write `VITE_API_SECRET` into the script that every visitor loads: it is no secret any more. Rotate it, read it on the server under a name without the prefix, and have the browser ask the server.',
          column: 18,
        },
      ],
    },
    published('a secret of a publishing service', 'export const a = process.env.NEXT_PUBLIC_PUSHER_SECRET;'),
    published('once in a file', 'export const a = [process.env.REACT_APP_TOKEN, process.env.REACT_APP_TOKEN];'),
    published('a pattern', 'const { EXPO_PUBLIC_DB_PASSWORD } = process.env;'),
    published('a name in a text', "export const a = env('NEXT_PUBLIC_API_TOKEN');"),
    published('an import', "import { PUBLIC_API_TOKEN } from '$env/static/public';"),
    published('a schema', 'export const s = { NEXT_PUBLIC_JWT_SECRET: z.string() };'),
    published('a public configuration', 'defineNuxtConfig({ runtimeConfig: { public: { apiSecret: "" } } });'),
  ],
});
