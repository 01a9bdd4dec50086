// @complete: require-input-validation
import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
import { validator } from 'hono/validator';
import { Elysia, t } from 'elysia';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { createNote, prisma } from './lib/db.js';

const Note = z.object({ text: z.string() });

export const app = new Hono()
  .post('/raw', async (c) => {
    // bad: require-input-validation
    const body = await c.req.json<{ text: string }>();
    return c.json(await prisma.note.create({ data: { text: body.text } }));
  })
  .post('/valid', zValidator('json', Note), async (c) => {
    // ok: require-input-validation
    const body = c.req.valid('json');
    return c.json(await prisma.note.create({ data: { text: body.text } }));
  })
  .post('/query-only', zValidator('query', z.object({ dry: z.string() })), async (c) => {
    // bad: require-input-validation -- the query was checked, the body was not
    const body = await c.req.json();
    return c.json(await prisma.note.create({ data: { text: body.text } }));
  })
  .post(
    '/own',
    validator('json', (value, c) => {
      const parsed = Note.safeParse(value);
      if (!parsed.success) return c.text('invalid', 400);
      return parsed.data;
    }),
    async (c) => {
      // ok: require-input-validation
      const { text } = c.req.valid('json');
      return c.json(await createNote({ text }));
    },
  );

export const elysia = new Elysia()
  // ok: require-input-validation
  .post('/typed', ({ body }) => createNote(body), { body: t.Object({ text: t.String() }) })
  // bad-cross: require-input-validation
  .post('/untyped', ({ body }) => createNote(body as { text: string }));

export const fastify = Fastify().withTypeProvider<ZodTypeProvider>();
fastify.setValidatorCompiler(validatorCompiler);
fastify.setSerializerCompiler(serializerCompiler);
fastify.post('/typed', { schema: { body: Note } }, async (request) => {
  // ok: require-input-validation
  return createNote(request.body);
});
fastify.post<{ Body: { text: string } }>('/generic', async (request) => {
  // bad-cross: require-input-validation -- a type parameter is gone at run time
  return createNote(request.body);
});
fastify.post('/response-only', { schema: { response: { 200: Note } } }, async (request) => {
  // bad: require-input-validation -- the schema is the answer's
  const { text } = request.body as { text: string };
  return prisma.note.create({ data: { text } });
});
