import { describe, expect, it } from 'vitest';

import { isLoosePattern } from '../../../src/facts/applications/cors.js';
import { rule } from '../../../src/rules/http/no-permissive-cors.js';
import { ruleTester } from '../../rule-tester.js';

const head = "import cors from 'cors';\nimport express from 'express';\nconst app = express();\n";
const use = (options: string): string => `${head}app.use(cors(${options}));`;
const reported = (name: string, code: string, messageId: string) => ({ name, code, errors: [{ messageId }] });

describe('origin patterns', () => {
  it.each([
    /^https:\/\/a\.example\.com$/,
    /\.example\.com$/,
    /^https?:\/\/localhost(:\d+)?$/,
    /^https:\/\/[a-z-]+\.example\.com$/,
  ])('%s is closed', (pattern) => {
    expect(isLoosePattern(pattern.source)).toBe(false);
  });
  it.each([/example\.com/, /example\.com$/, /^https:\/\/example\.com/, /^https:\/\/www.example.com$/, /localhost/])(
    '%s is loose',
    (pattern) => {
      expect(isLoosePattern(pattern.source)).toBe(true);
    },
  );
});

ruleTester.run('no-permissive-cors', rule as never, {
  valid: [
    { name: 'a list', code: use("{ origin: ['https://a.example'], credentials: true }") },
    {
      name: 'everyone on one route, beside sessions',
      code: `import session from 'express-session';\n${head}app.get('/feed', cors(), (req, res) => res.end());`,
    },
    {
      name: 'a choice by environment',
      code: use("{ origin: process.env.NODE_ENV === 'production' ? list : true, credentials: true }"),
    },
    {
      name: 'a function that looks into a list',
      code: use('{ origin: (o, cb) => cb(null, list.includes(o)), credentials: true }'),
    },
    { name: 'options that can not be read', code: use('options') },
  ],
  invalid: [
    {
      name: 'a reflected origin, at the option',
      code: use('{ origin: true, credentials: true }'),
      errors: [
        {
          message:
            'The asking origin is answered with itself, and credentials are allowed: any site that a user visits can read this API as that user. List the origins that may.',
          line: 4,
          column: 24,
        },
      ],
    },
    reported('a star with credentials', use("{ origin: '*', credentials: true }"), 'any-with-credentials'),
    reported('no origin with credentials', use('{ credentials: true }'), 'any-with-credentials'),
    reported(
      'a fallback to everyone',
      use("{ origin: process.env.ORIGIN || '*', credentials: true }"),
      'any-with-credentials',
    ),
    reported('a callback that says yes', use('{ origin: (o, cb) => cb(null, true), credentials: true }'), 'reflected'),
    reported('the null origin', use("{ origin: ['https://a.example', 'null'] }"), 'null'),
    reported('a suffix without a dot', use("{ origin: (o, cb) => cb(null, o.endsWith('example.com')) }"), 'pattern'),
    reported('everyone beside a session', `import session from 'express-session';\n${use('')}`, 'any'),
  ],
});
