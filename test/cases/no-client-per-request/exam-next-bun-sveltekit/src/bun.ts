// @complete: no-client-per-request
import { createClient } from 'redis';
import { MikroORM } from '@mikro-orm/postgresql';

const orm = await MikroORM.init({ dbName: 'notes' });

Bun.serve({
  async fetch(request: Request) {
    // bad: no-client-per-request
    const redis = await createClient({ url: process.env.REDIS_URL }).connect();
    // ok: no-client-per-request -- a fork of the entity manager opens nothing
    const em = orm.em.fork();
    const hits = await redis.incr(new URL(request.url).pathname);
    await em.getConnection().execute('select 1');
    return Response.json({ hits });
  },
});
