// @complete: prefer-structured-logger
import { Hono } from 'hono';
import pino from 'pino';

const log = pino();
export const app = new Hono();

app.get('/notes/:id', (c) => {
  // bad: prefer-structured-logger
  console.log('reading', c.req.param('id'));
  // ok: prefer-structured-logger
  log.info({ id: c.req.param('id') }, 'reading');
  return c.json({ id: c.req.param('id') });
});

app.onError((error, c) => {
  // bad: prefer-structured-logger
  console.error(error);
  return c.json({ error: 'internal' }, 500);
});
