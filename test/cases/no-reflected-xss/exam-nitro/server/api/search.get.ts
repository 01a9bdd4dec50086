// @complete: no-reflected-xss
import { defineEventHandler, getQuery, setResponseHeader } from 'h3';

export default defineEventHandler((event) => {
  const { q } = getQuery(event);
  setResponseHeader(event, 'content-type', 'text/html');
  // bad: no-reflected-xss
  return `<h1>Results for ${q}</h1>`;
});
