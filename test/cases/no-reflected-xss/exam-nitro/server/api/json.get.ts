// @complete: no-reflected-xss
import { createError, defineEventHandler, getQuery, getRouterParam, readBody, send } from 'h3';
import escapeHtml from 'escape-html';

export default defineEventHandler(async (event) => {
  const { q, page } = getQuery(event);
  const body = await readBody(event);
  if (!q) {
    // ok: no-reflected-xss
    throw createError({ statusCode: 400, message: `unknown ${page}` });
  }
  if (page === 'html') {
    // ok: no-reflected-xss
    return send(event, `<p>${escapeHtml(String(q))}</p>`, 'text/html');
  }
  if (page === 'csv') {
    // ok: no-reflected-xss
    return send(event, `name\n${q}\n`, 'text/csv');
  }
  if (page === 'count') {
    // ok: no-reflected-xss
    return send(event, `<p>Page ${Number(q)}</p>`, 'text/html');
  }
  if (page === 'name') {
    // bad: no-reflected-xss
    return send(event, '<p>' + getRouterParam(event, 'name') + '</p>', 'text/html');
  }
  // ok: no-reflected-xss
  return { q, body };
});
