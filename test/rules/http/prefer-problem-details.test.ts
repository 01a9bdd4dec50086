import { rule } from '../../../src/rules/http/prefer-problem-details.js';
import { ruleTester } from '../../rule-tester.js';

const handler = (body: string): string =>
  `import express from 'express';\nexpress().get('/', (req, res) => { ${body} });`;

ruleTester.run('prefer-problem-details', rule as never, {
  valid: [
    {
      name: 'a problem',
      code: handler(
        "res.status(404).type('application/problem+json').json({ type: 'about:blank', title: 'Not Found', status: 404 });",
      ),
    },
    { name: 'a success', code: handler("res.json({ message: 'done' });") },
    { name: 'a status alone', code: handler('res.sendStatus(404);') },
    { name: 'a body from elsewhere', code: handler('res.status(404).json(body);') },
  ],
  invalid: [
    {
      name: 'an error with a message',
      code: handler("res.status(404).json({ error: 'none', id: 1 });"),
      errors: [
        {
          messageId: 'plain',
          suggestions: [
            {
              messageId: 'problem',
              output: handler(
                "res.status(404).type('application/problem+json').json({ type: 'about:blank', title: 'Not Found', status: 404, detail: 'none', id: 1 });",
              ),
            },
          ],
        },
      ],
    },
  ],
});
