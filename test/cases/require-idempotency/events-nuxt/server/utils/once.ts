import { createError, getHeader, type EventHandler, type H3Event } from 'h3';
import { prisma } from './prisma';

/** Wraps a handler: a repeated Idempotency-Key gets the first answer. */
export function defineIdempotentHandler(handler: (event: H3Event) => Promise<unknown>): EventHandler {
  return defineEventHandler(async (event) => {
    const header = getHeader(event, 'idempotency-key');
    if (!header) throw createError({ statusCode: 400, statusMessage: 'Idempotency-Key is required' });
    const key = `${event.context.user.id}:${event.path}:${header}`;
    const fresh = await prisma.answer.createMany({ data: [{ key, expiresAt: new Date(Date.now() + 864e5) }], skipDuplicates: true });
    if (fresh.count === 0) return (await prisma.answer.findUniqueOrThrow({ where: { key } })).body;
    const body = await handler(event);
    await prisma.answer.update({ where: { key }, data: { body: body as object } });
    return body;
  });
}
