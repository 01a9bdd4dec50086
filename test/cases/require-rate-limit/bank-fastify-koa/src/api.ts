// @complete: require-rate-limit
import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';

const app = Fastify();
await app.register(rateLimit, { global: false });
// ok: require-rate-limit
app.post('/login', { config: { rateLimit: { max: 5, timeWindow: '1 minute' } } }, async () => ({}));
// bad: require-rate-limit
app.post('/signup', async () => ({}));
await app.listen({ port: 3000 });
