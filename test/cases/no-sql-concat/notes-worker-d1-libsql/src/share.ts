// @complete: no-sql-concat
interface Env {
  DB: D1Database;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const url = new URL(request.url);
    const slug = url.pathname.slice(1);
    // bad: no-sql-concat
    // fix: no-sql-concat
    const shared = await env.DB.prepare("SELECT body FROM shares WHERE slug = '" + slug + "'").first<{ body: string }>();
    return shared ? new Response(shared.body) : new Response('not found', { status: 404 });
  },
};
