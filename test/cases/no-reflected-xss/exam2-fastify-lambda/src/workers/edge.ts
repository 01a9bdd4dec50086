// @complete: no-reflected-xss
import { Hono } from 'hono';
import { html, raw } from 'hono/html';

const app = new Hono();

app.get('/hello/:name', (c) => {
  const name = c.req.param('name');
  if (c.req.query('v') === 'text') {
    // ok: no-reflected-xss -- text/plain
    return c.text(`Hello ${name}`);
  }
  if (c.req.query('v') === 'tag') {
    // ok: no-reflected-xss -- the tag escapes
    return c.html(html`<h1>Hello ${name}</h1>`);
  }
  if (c.req.query('v') === 'raw') {
    // bad: no-reflected-xss -- raw() says it is escaped already
    return c.html(html`<h1>Hello ${raw(name)}</h1>`);
  }
  // bad: no-reflected-xss
  return c.html(`<h1>Hello ${name}</h1>`);
});

export default {
  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === '/plain') {
      // ok: no-reflected-xss -- no HTML
      return new Response(`You asked for ${url.searchParams.get('q')}`, { headers: { 'content-type': 'text/plain' } });
    }
    if (url.pathname.startsWith('/hello')) return app.fetch(request);
    // bad: no-reflected-xss
    return new Response(`<p>Nothing for ${url.searchParams.get('q')}</p>`, { headers: { 'content-type': 'text/html' } });
  },
};
