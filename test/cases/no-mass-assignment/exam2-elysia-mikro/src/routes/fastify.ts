// @complete: no-mass-assignment
import type { FastifyInstance } from 'fastify';
import _, { omit, pick } from 'lodash';
import { z } from 'zod';
import { knex, prisma, Ticket } from '../db.js';

const Create = z.object({ title: z.string(), assignee: z.string() });
const Loose = Create.passthrough();
const Stricter = z.strictObject({ title: z.string() });

export default async function tickets(app: FastifyInstance) {
  app.post('/tickets', async (request) => {
    const body = request.body as Record<string, unknown>;
    // ok: no-mass-assignment -- zod takes unknown keys out
    await Ticket.create(Create.parse(body));
    // bad: no-mass-assignment -- passthrough keeps them
    await Ticket.create(Loose.parse(body));
    // ok: no-mass-assignment
    await Ticket.create(Stricter.parse(body));
    // ok: no-mass-assignment
    await Ticket.create(pick(body, ['title']));
    // ok: no-mass-assignment
    await knex('tickets').insert(_.pick(body, 'title', 'assignee'));
    // bad: no-mass-assignment -- what is left out today grows tomorrow
    await knex('tickets').insert(omit(body, ['id']));
    // ok: no-mass-assignment -- Sequelize writes the named fields only
    await Ticket.create(body, { fields: ['title'] });
    const { title, assignee } = body as { title: string; assignee: string };
    // ok: no-mass-assignment
    await prisma.ticket.create({ data: { title, assignee } });
    const { id, ...rest } = body;
    // bad: no-mass-assignment -- the rest is anything
    await prisma.ticket.update({ where: { id: Number(id) }, data: rest });
    const data: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(body)) data[key] = value;
    // bad: no-mass-assignment -- copied key by key
    await prisma.ticket.create({ data: data as any });
    const result = Create.partial().safeParse(body);
    if (!result.success) throw result.error;
    // ok: no-mass-assignment
    await prisma.ticket.update({ where: { id: 1 }, data: result.data });
    // ok: no-mass-assignment -- one JSON column
    await prisma.event.create({ data: { payload: body as any } });
    return { ok: true };
  });

  app.post('/bulk', async (request) => {
    const items = request.body as Record<string, unknown>[];
    // bad: no-mass-assignment
    await prisma.ticket.createMany({ data: items as any });
    // bad: no-mass-assignment
    await Ticket.bulkCreate(items.map((item) => ({ ...item, status: 'new' })));
    // ok: no-mass-assignment
    await Ticket.bulkCreate(items.map((item) => ({ title: item.title, status: 'new' })));
    return { ok: true };
  });

  app.put('/schema', {
    schema: { body: { type: 'object', additionalProperties: false, properties: { title: { type: 'string' } } } },
    handler: async (request) => {
      // ok: no-mass-assignment -- closed JSON schema
      await Ticket.update(request.body as object, { where: { id: 1 } });
    },
  });
}
