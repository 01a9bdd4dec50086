import { rule } from '../../../src/rules/http/require-api-version.js';
import { ruleTester } from '../../rule-tester.js';

const express = "import express from 'express';\nconst app = express();\n";

ruleTester.run('require-api-version', rule as never, {
  valid: [
    { name: 'a version', code: `${express}app.get('/v1/orders', (req, res) => res.json([]));` },
    {
      name: 'a version by the mount',
      code: `${express}const orders = express.Router();\norders.get('/', (req, res) => res.json([]));\napp.use('/api/v2/orders', orders);`,
    },
    { name: 'a health check', code: `${express}app.get('/healthz', (req, res) => res.end());` },
    { name: 'a page', code: `${express}app.get('/about', (req, res) => res.render('about'));` },
    {
      name: 'a path that can not be told',
      code: `${express}app.get(\`/\${base}/orders\`, (req, res) => res.json([]));`,
    },
  ],
  invalid: [
    {
      name: 'no version, with the whole address',
      // Outside of this package, whose own sources speak of versions.
      filename: '/nowhere/app.ts',
      code: `${express}const orders = express.Router();\norders.get('/orders', (req, res) => res.json([]));\napp.use('/api', orders);`,
      errors: [
        {
          message:
            'GET /api/orders has no version in its address: the first change that breaks a client breaks all of them on the day it is deployed. Mount it below `/v1`, or say the version in a header that the application reads.',
          line: 4,
        },
      ],
    },
    {
      name: 'once for a router of many routes',
      filename: '/nowhere/app.ts',
      code: `${express}${['/a', '/b', '/c', '/d', '/e'].map((path) => `app.get('${path}', (req, res) => res.json([]));`).join('\n')}`,
      errors: [
        {
          message:
            '5 routes of this router have no version in their addresses (GET /a and others): the first change that breaks a client breaks all of them on the day it is deployed. Mount it below `/v1`, or say the version in a header that the application reads.',
          line: 2,
        },
      ],
    },
  ],
});
