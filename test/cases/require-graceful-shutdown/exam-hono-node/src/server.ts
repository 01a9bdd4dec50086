// @complete: require-graceful-shutdown
import { serve } from '@hono/node-server';
import { app } from './app.js';

// bad: require-graceful-shutdown -- created in app.ts, started here
serve({ fetch: app.fetch, port: 3000 });
