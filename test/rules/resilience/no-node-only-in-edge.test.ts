import { rule } from '../../../src/rules/resilience/no-node-only-in-edge.js';
import { ruleTester } from '../../rule-tester.js';

ruleTester.run('no-node-only-in-edge', rule as never, {
  valid: [
    {
      name: 'a file for Node',
      code: "import fs from 'node:fs';\nexport const runtime = 'nodejs';\nexport const a = fs;",
    },
    {
      name: 'a web API',
      code: "import { jwtVerify } from 'jose';\nexport const runtime = 'edge';\nexport const a = jwtVerify;",
    },
    {
      name: 'a type',
      code: "import type { Pool } from 'pg';\nexport const runtime = 'edge';\nexport const a: Pool | null = null;",
    },
  ],
  invalid: [
    {
      name: 'a module of Node',
      code: "import fs from 'node:fs';\nexport const runtime = 'edge';\nexport const a = fs;",
      errors: [
        {
          messageId: 'direct',
          line: 1,
          column: 1,
          data: { module: 'node:fs', runtime: 'the edge runtime', through: '' },
        },
      ],
    },
    {
      name: 'a driver, with the configuration of a function',
      code: "import { Pool } from 'pg';\nexport const config = { runtime: 'edge' };\nexport const pool = new Pool();",
      errors: [{ messageId: 'direct' }],
    },
  ],
});
