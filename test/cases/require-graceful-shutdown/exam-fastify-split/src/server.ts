// @complete: require-graceful-shutdown
import { buildApp } from './app.js';
import { closeOnSignal } from './shutdown.js';

const app = buildApp();
closeOnSignal(app);

// ok-cross: require-graceful-shutdown
await app.listen({ port: 3000, host: '0.0.0.0' });
