// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { serve } from '@hono/node-server';
import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import { announce, attachmentLink } from './attachments.js';
import { authenticate, idempotency, type Env } from './middleware.js';
import * as tickets from './repository.js';

const app = new Hono<Env>();
app.use(secureHeaders());
app.use(bodyLimit({ maxSize: 256 * 1024 }));
app.use('/tickets/*', authenticate);

const id = z.object({ id: z.uuid() });
const page = z.object({ sort: z.enum(['newest', 'oldest']).default('newest'), limit: z.coerce.number().int().min(1).max(100).default(20) });
const newTicket = z.object({ subject: z.string().min(3).max(140), text: z.string().min(1).max(10_000) });
const newComment = z.object({ text: z.string().min(1).max(10_000) });

app.get('/tickets', zValidator('query', page), async (c) => {
  const { sort, limit } = c.req.valid('query');
  return c.json(await tickets.open(sort, limit));
});

app.get('/tickets/archive', async (c) => c.json(await tickets.archive()));

app.get('/tickets/search', zValidator('query', z.object({ q: z.string().min(2).max(80) })), async (c) => {
  const { q } = c.req.valid('query');
  return c.json({ found: await tickets.search(q), similar: await tickets.similar(q) });
});

app.get('/tickets/:id/comments', zValidator('param', id), async (c) => c.json(await tickets.comments(c.req.valid('param').id)));

app.get('/tickets/:id/attachments/:name', zValidator('param', id.extend({ name: z.string().max(120) })), async (c) => {
  const { id: ticketId, name } = c.req.valid('param');
  return c.json({ url: await attachmentLink(ticketId, name) });
});

// bad-cross: require-idempotency -- a repeat opens a second ticket and announces it again
// fix: require-idempotency -- the project's middleware
app.post('/tickets', zValidator('json', newTicket), async (c) => {
  const { subject, text } = c.req.valid('json');
  const ticket = await tickets.create(c.get('jwtPayload').sub, subject, text);
  await announce(subject);
  return c.json(ticket, 201);
});

// ok-cross: require-idempotency
app.post('/tickets/:id/comments', idempotency, zValidator('param', id), zValidator('json', newComment), async (c) => {
  const comment = await tickets.comment(c.req.valid('param').id, c.get('jwtPayload').sub, c.req.valid('json').text);
  return c.json(comment, 201);
});

app.onError((error, c) => {
  if (error instanceof HTTPException) return error.getResponse();
  console.error('request failed', error);
  return c.json({ title: 'Something went wrong', status: 500 }, 500);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
