// @complete: require-instrumentation-first
import { getNodeAutoInstrumentations } from '@opentelemetry/auto-instrumentations-node';
import { NodeSDK } from '@opentelemetry/sdk-node';
import Fastify from 'fastify';

const sdk = new NodeSDK({ instrumentations: [getNodeAutoInstrumentations()] });
// bad: require-instrumentation-first -- imports are hoisted: fastify is loaded
sdk.start();

const app = Fastify();
app.get('/', async () => 'ok');
await app.listen({ port: 3000 });
