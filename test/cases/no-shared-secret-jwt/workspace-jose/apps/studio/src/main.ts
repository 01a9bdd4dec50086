// @complete: no-shared-secret-jwt
import { serve } from '@hono/node-server';
import { ISSUER, keyId } from '@podcasts/keys';
import { Hono } from 'hono';
import { SignJWT, importPKCS8 } from 'jose';

const app = new Hono();
const secret = new TextEncoder().encode(process.env.PLAYBACK_SECRET!);

app.post('/episodes/:id/ticket', async (c) => {
  // bad-cross: no-shared-secret-jwt -- the player verifies it with the same secret
  const ticket = await new SignJWT({ episode: c.req.param('id') })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setExpirationTime('5m')
    .sign(secret);
  return c.json({ ticket });
});

app.post('/episodes/:id/ticket/v2', async (c) => {
  const key = await importPKCS8(process.env.PLAYBACK_PRIVATE_KEY!, 'EdDSA');
  // ok: no-shared-secret-jwt
  const ticket = await new SignJWT({ episode: c.req.param('id') })
    .setProtectedHeader({ alg: 'EdDSA', kid: keyId })
    .setIssuer(ISSUER)
    .setExpirationTime('5m')
    .sign(key);
  return c.json({ ticket });
});

app.post('/preview', async (c) => {
  const preview = new TextEncoder().encode(process.env.STUDIO_PREVIEW_SECRET!);
  // ok-cross: no-shared-secret-jwt -- STUDIO_PREVIEW_SECRET is the studio's own
  const token = await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1m').sign(preview);
  return c.json({ token });
});

serve({ fetch: app.fetch, port: 3000 });
