// @complete: no-unpaginated-query
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { db, type Database } from './db.js';

export class ThreadRepository {
  constructor(private readonly database: Kysely<Database>) {}

  async all() {
    // bad: no-unpaginated-query
    // fix: no-unpaginated-query
    return this.database.selectFrom('threads').selectAll().execute();
  }

  async inState(state: string) {
    // bad: no-unpaginated-query
    return this.database.selectFrom('threads').select(['id', 'title']).where('state', '=', state).orderBy('id', 'desc').execute();
  }

  async ofForum(forumId: number) {
    // ok: no-unpaginated-query
    return this.database.selectFrom('threads').select(['id', 'title']).where('forum_id', '=', forumId).execute();
  }

  async byId(id: number) {
    // ok: no-unpaginated-query
    return this.database.selectFrom('threads').selectAll().where('id', '=', id).executeTakeFirst();
  }
}

export async function threads(app: FastifyInstance) {
  app.get<{ Querystring: { state?: string; page?: number } }>('/threads', async (request) => {
    let query = db.selectFrom('threads').select(['id', 'title']);
    if (request.query.state) query = query.where('state', '=', request.query.state);
    query = query.limit(20).offset(((request.query.page ?? 1) - 1) * 20);
    // ok-cross: no-unpaginated-query -- limited two steps above
    return query.execute();
  });

  app.get<{ Querystring: { state?: string } }>('/threads/all', async (request) => {
    let query = db.selectFrom('threads').select(['id', 'title']);
    if (request.query.state) query = query.where('state', '=', request.query.state);
    // bad-cross: no-unpaginated-query -- the same steps without the limit
    return query.execute();
  });

  app.get('/threads/count', async () => {
    // ok-cross: no-unpaginated-query
    return db.selectFrom('threads').select((eb) => eb.fn.countAll<number>().as('n')).execute();
  });

  app.get<{ Params: { country: string } }>('/users/in/:country', async (request) => {
    // bad-cross: no-unpaginated-query -- a country is no parent
    return db.selectFrom('users').select(['id', 'nick']).where('country', '=', request.params.country).execute();
  });

  app.get('/threads/recent', async () => {
    // ok-cross: no-unpaginated-query
    const { rows } = await sql<{ id: number }>`select id from threads order by id desc limit 20`.execute(db);
    return rows;
  });

  app.get('/threads/raw', async () => {
    // bad-cross: no-unpaginated-query
    const { rows } = await sql<{ id: number }>`select id, title from threads order by id desc`.execute(db);
    return rows;
  });

  app.get('/threads.csv', async (_request, reply) => {
    reply.type('text/csv');
    async function* lines() {
      // ok-cross: no-unpaginated-query -- row by row
      for await (const thread of db.selectFrom('threads').selectAll().stream()) yield `${thread.id},${thread.title}\n`;
    }
    return reply.send(lines());
  });
}
