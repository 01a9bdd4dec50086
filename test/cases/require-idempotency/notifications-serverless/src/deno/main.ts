// @complete: require-idempotency
import postgres from 'npm:postgres@3.4.7';

const sql = postgres(Deno.env.get('DATABASE_URL')!);

// bad: require-idempotency
Deno.serve(async (request) => {
  const url = new URL(request.url);
  if (request.method === 'POST' && url.pathname === '/pushes') {
    const { to } = await request.json();
    await sql`insert into pushes (receiver) values (${to})`;
    return new Response(null, { status: 201 });
  }
  return new Response('not found', { status: 404 });
});
