// @complete: no-mass-assignment
import { Elysia, t } from 'elysia';
import { wrap, type EntityManager } from '@mikro-orm/postgresql';
import { eq } from 'drizzle-orm';
import { User } from '../entities/user.js';
import { accounts, drizzleDb, knex, kysely, prisma, Ticket } from '../db.js';
import { AccountService } from '../services/accounts.js';

const service = new AccountService();
const Closed = t.Object({ name: t.String(), owner: t.String() });
const Open = t.Object({ name: t.String() }, { additionalProperties: true });

export const routes = (em: EntityManager) =>
  new Elysia({ prefix: '/accounts' })
    .post('/plain', async ({ body }) => {
      // bad: no-mass-assignment
      await prisma.account.create({ data: body as any });
      // bad: no-mass-assignment
      await drizzleDb.insert(accounts).values(body as never);
      // bad: no-mass-assignment
      await kysely.insertInto('accounts').values(body as never).execute();
      // bad: no-mass-assignment
      await knex('accounts').insert(body);
      // bad: no-mass-assignment
      await Ticket.create(body as any);
      // bad: no-mass-assignment
      em.create(User, body as any);
      // bad-cross: no-mass-assignment
      await service.create(body as { name: string; owner: string });
    })
    .patch('/:id', async ({ body, params }) => {
      const user = await em.findOneOrFail(User, Number(params.id));
      // bad: no-mass-assignment
      wrap(user).assign(body as any);
      // bad: no-mass-assignment
      em.assign(user, { ...(body as object), updatedAt: new Date() } as any);
      // bad: no-mass-assignment
      Object.assign(user, body);
      await em.flush();
      // bad: no-mass-assignment
      await drizzleDb.update(accounts).set({ ...(body as object) }).where(eq(accounts.id, 1));
      // bad-cross: no-mass-assignment
      await service.patch(user.id, body as Record<string, unknown>);
      // ok-cross: no-mass-assignment -- the service takes the name alone
      await service.rename(user.id, body as { name: string });
    })
    .post(
      '/closed',
      async ({ body }) => {
        // ok: no-mass-assignment -- Elysia takes unknown properties out
        await prisma.account.create({ data: body });
        // ok-cross: no-mass-assignment
        await service.create(body);
      },
      { body: Closed },
    )
    .post(
      '/open',
      async ({ body }) => {
        // bad: no-mass-assignment -- the schema lets others through
        await prisma.account.create({ data: body as any });
        // ok: no-mass-assignment -- one field
        await prisma.account.create({ data: { name: body.name, owner: 'me' } });
      },
      { body: Open },
    );
