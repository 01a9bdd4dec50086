import { rule } from '../../../src/rules/secrets/no-hardcoded-service-urls.js';
import { ruleTester } from '../../rule-tester.js';

const pg = "import { Pool } from 'pg';\n";

ruleTester.run('no-hardcoded-service-urls', rule as never, {
  valid: [
    { name: 'a public service', code: "fetch('https://api.stripe.com/v1');" },
    { name: 'this machine', code: "fetch('http://localhost:3000');" },
    { name: 'an example', code: "fetch('https://prod.example.com');" },
    { name: 'a text', code: "const help = 'http://wiki.internal/help';" },
    { name: "a service's domain that ends in dev", code: "fetch('https://backend.composio.dev/v3');" },
    { name: 'documentation', code: "setup({ servers: [{ url: 'https://api.staging.acme.io' }] });" },
  ],
  invalid: [
    {
      name: 'a database',
      code: `${pg}new Pool({ connectionString: 'postgres://db:5432/app' });`,
      errors: [
        {
          message:
            'The address of a database (`db`) is written out: every environment talks to the same one, and moving it takes a release. Read it from process.env.DATABASE_URL.',
          suggestions: [
            {
              desc: 'Read it from process.env.DATABASE_URL',
              output: `${pg}new Pool({ connectionString: process.env.DATABASE_URL! });`,
            },
          ],
        },
      ],
    },
    {
      name: 'a private range',
      code: "fetch('http://10.1.2.3/items');",
      errors: [
        { messageId: 'hardcoded', suggestions: [{ messageId: 'read', output: 'fetch(process.env.SERVICE_URL!);' }] },
      ],
    },
    {
      name: 'a template goes on',
      code: 'fetch(`http://payments:8080/$' + '{id}`);',
      errors: [{ messageId: 'hardcoded' }],
    },
  ],
});
