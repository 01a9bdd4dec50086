// @complete: require-security-headers
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { harden } from './harden.js';

// ok-cross: require-security-headers
const internal = new Hono();
internal.use('*', harden);
internal.get('/stats', (c) => c.json({}));
internal.post('/reset', (c) => c.body(null, 204));

serve({ fetch: internal.fetch, port: 8081 });
