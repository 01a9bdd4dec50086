// @complete: require-api-version, require-request-id
import Fastify from 'fastify';
import { vehicles } from './routes/vehicles.js';

// ok: require-request-id -- Fastify gives each request one
const app = Fastify({ logger: true });
// ok-cross: require-api-version
app.register(vehicles, { prefix: '/api/v1' });
app.listen({ port: 3000 });
