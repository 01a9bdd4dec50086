// @complete: no-sql-concat
import sql from './sql.js';

const COLUMNS = ['id', 'title', 'slug'];
const ORDER = { newest: 'published_at desc', oldest: 'published_at asc' };

/** @param {import('fastify').FastifyInstance} app */
export default async function posts(app) {
  app.get('/posts', async (request) => {
    const { author, order } = request.query;
    // ok-cross: no-sql-concat -- tags and fragments bind
    return sql`
      select ${sql(COLUMNS)} from posts
      ${author ? sql`where author = ${author}` : sql``}
      order by ${order === 'oldest' ? sql`published_at asc` : sql`published_at desc`}
      limit 20`;
  });

  app.get('/posts/search', async (request) => {
    // bad-cross: no-sql-concat
    // fix: no-sql-concat
    return sql.unsafe(`select id, title from posts where title ilike '%${request.query.q}%' limit 20`);
  });

  app.get('/posts/sorted', async (request) => {
    const { by } = request.query;
    // bad-cross: no-sql-concat -- unsafe inside the tag
    return sql`select id, title from posts order by ${sql.unsafe(by)} limit 20`;
  });

  app.get('/posts/ordered', async (request) => {
    const order = ORDER[request.query.order] ?? ORDER.newest;
    // ok-cross: no-sql-concat -- a closed map
    return sql`select id, title from posts order by ${sql.unsafe(order)} limit 20`;
  });

  app.get('/posts/:slug', async (request) => {
    // ok-cross: no-sql-concat -- unsafe with bound parameters
    const [post] = await sql.unsafe('select id, title from posts where slug = $1', [request.params.slug]);
    return post;
  });

  app.post('/posts', async (request, reply) => {
    const [post] = await sql.begin(async (tx) => {
      // ok: no-sql-concat -- the helper quotes names and binds values
      const inserted = await tx`insert into posts ${tx(request.body, 'title', 'slug')} returning id`;
      // bad: no-sql-concat -- the transaction's own client
      // fix: no-sql-concat
      await tx.unsafe(`insert into post_log (slug) values ('${request.body.slug}')`);
      return inserted;
    });
    return reply.code(201).send(post);
  });
}
