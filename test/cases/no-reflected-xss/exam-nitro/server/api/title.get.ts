// @complete: no-reflected-xss
import { defineEventHandler, getQuery, send } from 'h3';
import { page, safePage } from '../utils/page';

export default defineEventHandler(async (event) => {
  const query = getQuery(event);
  if (query.safe) {
    // ok-cross: no-reflected-xss
    return send(event, safePage(String(query.title)), 'text/html');
  }
  // bad-cross: no-reflected-xss
  return send(event, page(String(query.title), ''), 'text/html');
});
