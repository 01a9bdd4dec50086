export default {
  async fetch(request: Request, env: { DB: unknown }): Promise<Response> {
    if (request.method === 'POST') return new Response('created', { status: 201 });
    return new Response('ok');
  },
} satisfies ExportedHandler<{ DB: unknown }>;
Bun.serve({
  routes: {
    '/health': new Response('ok'),
    '/orders': { POST: async (request: Request) => Response.json(await request.json()) },
  },
  fetch: (request: Request) => new Response('not found', { status: 404 }),
});
Deno.serve({ port: 8000 }, (request: Request) => new Response(request.method));
