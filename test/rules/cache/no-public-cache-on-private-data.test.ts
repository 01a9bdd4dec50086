import { rule } from '../../../src/rules/cache/no-public-cache-on-private-data.js';
import { ruleTester } from '../../rule-tester.js';

const route = (body: string): string =>
  `import express from 'express';\nconst app = express();\napp.get('/me', (req, res) => { ${body} });`;

ruleTester.run('no-public-cache-on-private-data', rule as never, {
  valid: [
    { name: 'a private cache', code: route("res.set('Cache-Control', 'private, max-age=60'); res.json(req.user);") },
    { name: 'an answer for everybody', code: route("res.set('Cache-Control', 'public, max-age=60'); res.json([]);") },
    {
      name: 'answers kept apart',
      code: route("res.set('Vary', 'Authorization'); res.set('Cache-Control', 'public'); res.json(req.user);"),
    },
    { name: 'a page for everybody', code: 'export const revalidate = 60;', filename: 'app/products/page.tsx' },
  ],
  invalid: [
    {
      name: 'a shared cache of what a user is shown',
      code: route("res.set('Cache-Control', 'public, max-age=60'); res.json(req.user);"),
      errors: [{ messageId: 'header', line: 3, column: 32, data: { reader: 'req.user', value: 'public, max-age=60' } }],
    },
    {
      name: 'a page that is rendered once for everybody',
      code: "import { cookies } from 'next/headers';\nexport const dynamic = 'force-static';\nexport default async function Page() { return (await cookies()).get('a')?.value; }",
      filename: 'app/me/page.tsx',
      errors: [{ messageId: 'static', line: 2 }],
    },
    {
      name: 'a time that has no effect',
      code: "import { cookies } from 'next/headers';\nexport const revalidate = 60;\nexport default async function Page() { return (await cookies()).get('a')?.value; }",
      filename: 'app/me/page.tsx',
      errors: [{ messageId: 'useless', line: 2, data: { value: '60', reader: 'cookies()' } }],
    },
  ],
});
