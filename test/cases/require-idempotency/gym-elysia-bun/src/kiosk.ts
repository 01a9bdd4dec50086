// @complete: require-idempotency
import { SQL } from 'bun';
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL!);
export const replica = new SQL(process.env.REPLICA_URL!);

Bun.serve({
  port: 3001,
  routes: {
    '/check-ins': {
      // ok: require-idempotency
      GET: async () => Response.json(await sql`select member from check_ins order by at desc limit 20`),
      // bad: require-idempotency
      POST: async (request) => {
        const { member } = await request.json();
        await sql`insert into check_ins (member) values (${member})`;
        return new Response(null, { status: 201 });
      },
    },
    '/check-ins/:id': {
      // ok: require-idempotency -- upsert by the client's id
      PUT: async (request) => {
        const { member } = await request.json();
        await sql`insert into check_ins (id, member) values (${request.params.id}, ${member}) on conflict (id) do update set member = ${member}`;
        return new Response(null, { status: 204 });
      },
    },
  },
});
