// @complete: no-shared-secret-jwt
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { SignJWT, exportJWK, importPKCS8, importSPKI } from 'jose';
import { legacyTokens } from './legacy-tokens.js';

const app = new Hono();

app.get('/.well-known/jwks.json', async (c) => {
  const jwk = await exportJWK(await importSPKI(process.env.JWT_PUBLIC_KEY!, 'RS256'));
  return c.json({ keys: [{ ...jwk, kid: 'club-1', use: 'sig', alg: 'RS256' }] });
});

app.post('/token', async (c) => {
  const key = await importPKCS8(process.env.JWT_PRIVATE_KEY!, 'RS256');
  // ok: no-shared-secret-jwt
  const token = await new SignJWT({ scope: 'club' }).setProtectedHeader({ alg: 'RS256', kid: 'club-1' }).setExpirationTime('15m').sign(key);
  return c.json({ token });
});

app.route('/legacy', legacyTokens);

serve({ fetch: app.fetch, port: 3000 });
