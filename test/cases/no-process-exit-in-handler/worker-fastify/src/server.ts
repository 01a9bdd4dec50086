// @complete: no-process-exit-in-handler
import Fastify from 'fastify';
import { shutdown } from './shutdown.js';

const app = Fastify();
app.get('/', async () => ({ ok: true }));
// ok: no-process-exit-in-handler
process.on('uncaughtException', (error) => {
  app.log.fatal(error);
  process.exit(1);
});
// ok-cross: no-process-exit-in-handler
process.on('uncaughtException', shutdown);
// ok: no-process-exit-in-handler -- rejections may be survived
process.on('unhandledRejection', (reason) => {
  app.log.error(reason);
});
app.listen({ port: 3000 }).catch((error) => {
  console.error(error);
  // ok: no-process-exit-in-handler
  process.exit(1);
});
