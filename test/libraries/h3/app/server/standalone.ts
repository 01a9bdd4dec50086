import { createApp, createRouter, eventHandler, readBody } from 'h3';

const router = createRouter()
  .get(
    '/health',
    eventHandler(() => 'ok'),
  )
  .post(
    '/orders',
    eventHandler((event) => readBody(event)),
  );
export const app = createApp();
app.use(router);
