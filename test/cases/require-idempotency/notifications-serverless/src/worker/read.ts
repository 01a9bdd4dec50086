// @complete: require-idempotency
interface Env {
  DB: D1Database;
}

// ok: require-idempotency -- reads
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    if (request.method !== 'POST') return new Response(null, { status: 405 });
    const { to } = await request.json<{ to: string }>();
    const { results } = await env.DB.prepare('SELECT id FROM pushes WHERE receiver = ? LIMIT 20').bind(to).all();
    return Response.json(results);
  },
};
