// @complete: require-graceful-shutdown
import Fastify from 'fastify';
import { closeOnSignals } from './shutdown.js';

// ok-cross: require-graceful-shutdown
const app = Fastify();
app.get('/stock', async () => []);
closeOnSignals(() => app.close());
await app.listen({ port: 3000 });
