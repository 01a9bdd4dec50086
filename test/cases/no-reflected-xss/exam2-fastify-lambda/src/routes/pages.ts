// @complete: no-reflected-xss
import type { FastifyPluginAsync } from 'fastify';
import DOMPurify from 'isomorphic-dompurify';
import he from 'he';
import { escape } from 'lodash';
import { marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import xss from 'xss';
import { message, PageBuilder, raw } from '../lib/page.js';

const pages: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: { q: string; n: string; theme: string } }>('/search', async (request, reply) => {
    const { q, n, theme } = request.query;
    reply.type('text/html');
    switch (n) {
      case 'raw':
        // bad: no-reflected-xss
        return `<h1>Results for ${q}</h1>`;
      case 'he':
        // ok: no-reflected-xss
        return `<h1>Results for ${he.encode(q)}</h1>`;
      case 'lodash':
        // ok: no-reflected-xss
        return `<h1>${escape(q)}</h1>`;
      case 'theme':
        // ok: no-reflected-xss -- one of two
        return `<body class="${theme === 'dark' ? 'dark' : 'light'}">`;
      default:
        // ok: no-reflected-xss -- a number
        return `<h1>Page ${Number(n)}</h1>`;
    }
  });

  app.post<{ Body: { html: string; markdown: string; name: string } }>('/preview', async (request, reply) => {
    const { html, markdown, name } = request.body;
    if (name === 'purify') {
      // ok: no-reflected-xss
      return reply.type('text/html').send(DOMPurify.sanitize(html));
    }
    if (name === 'sanitize') {
      // ok: no-reflected-xss
      return reply.header('content-type', 'text/html; charset=utf-8').send(sanitizeHtml(html, { allowedTags: ['b'] }));
    }
    if (name === 'xss') {
      // ok: no-reflected-xss
      return reply.type('text/html').send(xss(html));
    }
    if (name === 'md') {
      // bad: no-reflected-xss -- marked leaves HTML in Markdown as it is
      return reply.type('text/html').send(marked.parse(markdown));
    }
    if (name === 'json') {
      // ok: no-reflected-xss -- JSON
      return reply.send({ html });
    }
    if (name === 'text') {
      // ok: no-reflected-xss -- plain text
      return reply.type('text/plain').send(`Hello ${name} ${html}`);
    }
    if (name === 'header') {
      // bad: no-reflected-xss
      return reply.header('Content-Type', 'text/html').send('<p>' + html + '</p>');
    }
    if (name === 'message') {
      // ok-cross: no-reflected-xss -- the helper escapes
      return reply.type('text/html').send(message(html));
    }
    if (name === 'builder') {
      const page = new PageBuilder().add('<h1>Preview</h1>').add(html);
      // bad-cross: no-reflected-xss -- the builder puts it in as it is
      return reply.type('text/html').send(page.toString());
    }
    // bad-cross: no-reflected-xss -- the body goes in as it is
    return reply.type('text/html').send(raw('Preview', html));
  });

  app.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    // bad: no-reflected-xss -- the path echoed in an error page
    return reply.code(404).type('text/html').send(`<p>No page at ${request.url}</p><p>${request.params['*']}</p>`);
  });

  app.get<{ Querystring: { items: string[] } }>('/list', async (request, reply) => {
    const rows = request.query.items.map((item) => `<li>${item}</li>`).join('');
    // bad: no-reflected-xss
    reply.type('text/html').send(`<ul>${rows}</ul>`);
    return reply;
  });

  app.get<{ Querystring: { items: string[] } }>('/safe-list', async (request, reply) => {
    const rows = request.query.items.map((item) => `<li>${he.escape(item)}</li>`).join('');
    // ok: no-reflected-xss
    reply.type('text/html').send(`<ul>${rows}</ul>`);
    return reply;
  });
};

export default pages;
