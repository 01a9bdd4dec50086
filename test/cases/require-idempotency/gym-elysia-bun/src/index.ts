// @complete: require-idempotency
import { Elysia, t } from 'elysia';
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL!);

export const app = new Elysia({ prefix: '/classes' })
  // ok: require-idempotency
  .get('/', () => sql`select id, name from classes limit 20`)
  // bad: require-idempotency
  .post(
    '/:id/bookings',
    async ({ params, body, set }) => {
      const [booking] = await sql`insert into bookings (class_id, member) values (${params.id}, ${body.member}) returning id`;
      set.status = 201;
      return booking;
    },
    { body: t.Object({ member: t.String() }) },
  )
  // ok: require-idempotency -- one booking per class and member
  .post(
    '/:id/bookings/once',
    async ({ params, body }) => {
      await sql`insert into bookings (class_id, member) values (${params.id}, ${body.member}) on conflict (class_id, member) do nothing`;
      return { booked: true };
    },
    { body: t.Object({ member: t.String() }) },
  )
  // ok: require-idempotency -- the handler reads the key
  .post('/:id/waitlist', async ({ params, headers, status }) => {
    const key = headers['idempotency-key'];
    if (!key) return status(400, 'Idempotency-Key is required');
    const [row] = await sql`insert into waitlist (class_id, key) values (${params.id}, ${key}) on conflict (key) do update set key = excluded.key returning id`;
    return row;
  })
  .listen(3000);
