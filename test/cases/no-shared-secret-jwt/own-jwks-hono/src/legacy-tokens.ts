// @complete: no-shared-secret-jwt
import { Hono } from 'hono';
import { sign } from 'hono/jwt';

export const legacyTokens = new Hono();

legacyTokens.post('/token', async (c) => {
  const exp = Math.floor(Date.now() / 1000) + 900;
  // bad-cross: no-shared-secret-jwt -- partners who don't read our JWKS were handed the secret
  const token = await sign({ aud: 'partner-portal', exp }, process.env.PARTNER_JWT_SECRET!, 'HS256');
  return c.json({ token });
});
