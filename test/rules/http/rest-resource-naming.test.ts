import { rule } from '../../../src/rules/http/rest-resource-naming.js';
import { ruleTester } from '../../rule-tester.js';

const route = (path: string, verb = 'get'): string =>
  `import express from 'express';\nconst app = express();\napp.${verb}('${path}', (req, res) => res.json([]));`;
const reported = (path: string, messageId: string, verb = 'get') => ({
  name: `${verb} ${path}`,
  code: route(path, verb),
  errors: [{ messageId }],
});

ruleTester.run('rest-resource-naming', rule as never, {
  valid: [
    '/orders',
    '/orders/:id',
    '/api/v1/order-items/:id',
    '/orders/:id/cancel',
    '/users/me',
    '/',
    '/categories/:id',
    '/news/:id',
    '/login',
  ].map((path) => ({
    name: path,
    code: route(path),
  })),
  invalid: [
    {
      name: 'a verb',
      code: route('/getOrders'),
      errors: [
        {
          message:
            '`getOrders` says in the address what the method says already: a second name for the same thing, for every client to learn. Name the resource: `orders`.',
          line: 3,
        },
      ],
    },
    reported('/orders/create', 'verb', 'post'),
    reported('/category/:id', 'singular'),
    reported('/order', 'singular', 'post'),
    reported('/orderItems', 'case'),
    reported('/order_items', 'case'),
    reported('/orders/', 'slash'),
    reported('/a-s/:a/b-s/:b/c-s/:c/d-s', 'depth'),
  ],
});
