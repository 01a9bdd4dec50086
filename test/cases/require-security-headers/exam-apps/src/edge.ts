// @complete: require-security-headers, require-error-handler, no-permissive-cors, no-unbounded-body, require-request-id
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { bodyLimit } from 'hono/body-limit';

// ok: require-security-headers, require-error-handler, require-request-id
const app = new Hono();
app.use(requestId());
app.use(secureHeaders());
// ok: no-unbounded-body
app.use('/upload', bodyLimit({ maxSize: 5 * 1024 * 1024 }));
// bad: no-unbounded-body
app.use('/video', bodyLimit({ maxSize: 900 * 1024 * 1024 }));
// bad: no-permissive-cors -- the caller's origin is reflected
app.use('/api/*', cors({ origin: (origin) => origin, credentials: true }));
// ok: no-permissive-cors -- a public read without credentials
app.use('/public/*', cors({ origin: '*' }));
// bad: no-permissive-cors -- any suffix passes
app.use('/partners/*', cors({ origin: (o) => (o.endsWith('platform.example') ? o : null), credentials: true }));
app.get('/', (c) => c.text('ok'));
serve({ fetch: app.fetch, port: 8787 });

// bad: require-security-headers, require-request-id
const bare = new Hono();
bare.get('/', (c) => c.json({ products: [] }));
serve({ fetch: bare.fetch, port: 8788 });
