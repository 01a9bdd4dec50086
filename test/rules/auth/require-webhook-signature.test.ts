import { rule } from '../../../src/rules/auth/require-webhook-signature.js';
import { ruleTester } from '../../rule-tester.js';

const crypto = "import { createHmac, timingSafeEqual } from 'node:crypto';\n";
const app =
  "import express from 'express';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nconst app = express();\n";

ruleTester.run('require-webhook-signature', rule as never, {
  valid: [
    {
      name: 'a message of our own is signed, not checked',
      code: `${crypto}export const send = (payload: object) => ({ 'x-signature': createHmac('sha256', 'k').update(JSON.stringify(payload)).digest('hex') });`,
    },
    {
      name: 'the raw body, where there is one',
      code: `${crypto}export const isValid = (req: any, sig: Buffer) => timingSafeEqual(sig, createHmac('sha256', 'k').update(req.rawBody ?? JSON.stringify(req.body)).digest());`,
    },
    {
      name: 'managing webhooks behind a login',
      code: `${app}app.post('/webhooks', requireAuth, async (req, res) => { const { event } = req.body; await prisma.webhook.create({ data: { event } }); res.end(); });`,
    },
    {
      name: 'a webhook that does nothing',
      code: `${app}app.post('/webhooks/x', async (req, res) => { const event = req.body; console.log(event.type); res.end(); });`,
    },
  ],
  invalid: [
    {
      name: 'a hash over serialised JSON',
      code: `${crypto}export const isValid = (body: object, sig: Buffer) => timingSafeEqual(sig, createHmac('sha256', 'k').update(\`v1:\${JSON.stringify(body)}\`).digest());`,
      errors: [{ messageId: 'serialised', data: { code: 'JSON.stringify(body)' } }],
    },
    {
      name: 'an effect that nothing comes before',
      code: `${app}app.post('/webhooks/x', async (req, res) => { const event = req.body; await prisma.order.delete({ where: { id: event.id } }); res.end(); });`,
      errors: [
        {
          messageId: 'unchecked',
          data: { route: 'POST /webhooks/x', what: 'deletes (prisma.order.delete)', place: 'line 5' },
        },
      ],
    },
    {
      name: 'an effect before the check',
      code: `${app}app.post('/webhooks/x', async (req, res) => { const event = req.body; await prisma.order.create({ data: { id: event.id } }); if (!verifySignature(req)) return res.sendStatus(401); res.end(); });`,
      errors: [{ messageId: 'late' }],
    },
    {
      name: 'the parsed body handed to the SDK in Next.js',
      code: "import Stripe from 'stripe';\nconst stripe = new Stripe('k');\nexport async function POST(request: Request) { const body = await request.json(); return stripe.webhooks.constructEvent(body, request.headers.get('s')!, process.env.HOOK_SECRET!); }",
      errors: [{ messageId: 'parsed' }],
    },
  ],
});
