// @complete: no-shared-secret-jwt
import { serve } from '@hono/node-server';
import { ISSUER } from '@podcasts/keys';
import { Hono } from 'hono';
import { importSPKI, jwtVerify } from 'jose';

const app = new Hono();

app.get('/play/:ticket', async (c) => {
  const secret = new TextEncoder().encode(process.env.PLAYBACK_SECRET!);
  // bad-cross: no-shared-secret-jwt
  const { payload } = await jwtVerify(c.req.param('ticket'), secret, { issuer: ISSUER, algorithms: ['HS256'] });
  return c.json(payload);
});

app.get('/play/v2/:ticket', async (c) => {
  const key = await importSPKI(process.env.PLAYBACK_PUBLIC_KEY!, 'EdDSA');
  // ok: no-shared-secret-jwt
  const { payload } = await jwtVerify(c.req.param('ticket'), key, { issuer: ISSUER, algorithms: ['EdDSA'] });
  return c.json(payload);
});

serve({ fetch: app.fetch, port: 3001 });
