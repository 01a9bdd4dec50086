import { rule } from '../../../src/rules/http/no-unbounded-body.js';
import { ruleTester } from '../../rule-tester.js';

const express = "import express from 'express';\nconst app = express();\n";
const multer = "import multer from 'multer';\n";
const reported = (name: string, code: string, messageId: string, options: unknown[] = []) => ({
  name,
  code,
  options,
  errors: [{ messageId }],
});

ruleTester.run('no-unbounded-body', rule as never, {
  valid: [
    { name: 'the default', code: `${express}app.use(express.json());` },
    { name: 'ten megabytes', code: `${express}app.use(express.json({ limit: '10mb' }));` },
    {
      name: 'one route that takes more',
      code: `${express}app.post('/import', express.json({ limit: '20mb' }), (req, res) => res.end());`,
    },
    { name: 'an upload with a limit', code: `${multer}multer({ limits: { fileSize: 1e6 } });` },
    { name: 'where an upload is stored', code: `${multer}multer.diskStorage({ destination: 'x' });` },
    { name: 'options from elsewhere', code: `${multer}multer(options);` },
    { name: 'a limit of rows', code: 'export const query = { limit: 100000000 };' },
    { name: 'a higher maximum', code: `${express}app.use(express.json({ limit: '20mb' }));`, options: [{ max: 20 }] },
    {
      name: "one route of Fastify's that takes more",
      code: "import fastify from 'fastify';\nconst app = fastify();\napp.post('/import', { bodyLimit: 20 * 1024 * 1024 }, async () => 'x');",
    },
    { name: 'a name that is assigned of itself', code: 'let limit;\nlimit = limit.min(1);\nlimit.max(2);' },
  ],
  invalid: [
    {
      name: 'fifty megabytes for all, at the option',
      code: `${express}app.use(express.json({ limit: '50mb' }));`,
      errors: [
        {
          message:
            'A client may send 50 MB here, held in memory while it is parsed: a few such requests at once end the process. Lower it to what this route needs (10 MB at most), and give the one route that takes more a limit of its own.',
          line: 3,
          column: 24,
        },
      ],
    },
    reported('no limit', `${express}app.use(express.json({ limit: Infinity }));`, 'off'),
    reported('a product', "import Fastify from 'fastify';\nFastify({ bodyLimit: 1024 * 1024 * 50 });", 'high'),
    reported('an upload without limits', `${multer}multer({ dest: 'x' });`, 'upload'),
    reported('an upload that limits the number of files only', `${multer}multer({ limits: { files: 2 } });`, 'upload'),
    reported('a lower maximum', `${express}app.use(express.json({ limit: '2mb' }));`, 'high', [{ max: 1 }]),
  ],
});
