// @complete: no-reflected-xss
export default {
  async fetch(request: Request): Promise<Response> {
    const name = new URL(request.url).searchParams.get('name');
    if (request.method === 'POST') {
      // ok: no-reflected-xss -- plain text
      return new Response(`Hello ${name}`);
    }
    // bad: no-reflected-xss
    return new Response(`<p>Hello ${name}</p>`, { headers: { 'content-type': 'text/html' } });
  },
};
