import { rule } from '../../../src/rules/input/no-cleartext-transport.js';
import { ruleTester } from '../../rule-tester.js';

ruleTester.run('no-cleartext-transport', rule as never, {
  valid: [
    { name: 'loopback', code: "fetch('http://127.0.0.1:8080/');" },
    { name: 'a service of the cluster', code: "fetch('http://orders.shop.svc.cluster.local/');" },
    { name: 'a host that isn’t known', code: 'export const f = (host: string) => fetch(`http://${host}/`);' },
    { name: 'a name, not an address to go to', code: "export const ns = 'http://www.w3.org/2000/svg';" },
    {
      name: 'STARTTLS',
      code: "import nodemailer from 'nodemailer';\nnodemailer.createTransport({ host: 'mail.example.com', port: 587, secure: false });",
    },
  ],
  invalid: [
    {
      name: 'a request',
      code: "fetch('http://api.example.com/v1');",
      errors: [
        {
          messageId: 'cleartext',
          data: { host: 'api.example.com', scheme: 'http:', remedy: 'Use https:.' },
          suggestions: [
            { messageId: 'replace', data: { scheme: 'https' }, output: "fetch('https://api.example.com/v1');" },
          ],
        },
      ],
    },
    {
      name: 'a constant of the class',
      code: "class Sms { static URL = 'http://sms.example.com/send'; send() { return fetch(Sms.URL); } }",
      errors: [
        {
          messageId: 'cleartext',
          line: 1,
          suggestions: [
            {
              messageId: 'replace',
              output: "class Sms { static URL = 'https://sms.example.com/send'; send() { return fetch(Sms.URL); } }",
            },
          ],
        },
      ],
    },
    {
      name: 'a broker',
      code: "import amqp from 'amqplib';\namqp.connect('amqp://mq.example.com');",
      errors: [
        {
          messageId: 'cleartext',
          suggestions: [
            { messageId: 'replace', output: "import amqp from 'amqplib';\namqp.connect('amqps://mq.example.com');" },
          ],
        },
      ],
    },
    {
      name: 'a cache by its options',
      code: "import Redis from 'ioredis';\nnew Redis({ host: 'cache.example.com' });",
      errors: [
        { messageId: 'cleartext', data: { host: 'cache.example.com', scheme: 'redis:', remedy: 'Connect with TLS.' } },
      ],
    },
  ],
});
