// @complete: require-idempotency
interface Env {
  DB: D1Database;
  PUSH: Queue<{ to: string }>;
}

// bad: require-idempotency
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    if (request.method !== 'POST') return new Response(null, { status: 405 });
    const { to } = await request.json<{ to: string }>();
    await env.PUSH.send({ to });
    return new Response(null, { status: 202 });
  },
};
