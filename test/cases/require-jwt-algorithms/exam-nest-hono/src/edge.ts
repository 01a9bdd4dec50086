// @complete: require-jwt-algorithms
import { createRemoteJWKSet, decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import { Hono } from 'hono';

const jwks = createRemoteJWKSet(new URL('https://login.example.com/.well-known/jwks.json'));
const app = new Hono();

app.get('/a', async (c) => {
  const token = c.req.header('authorization')?.slice(7) ?? '';
  // ok: require-jwt-algorithms -- a JWKS decides by its keys
  const { payload } = await jwtVerify(token, jwks, { issuer: 'https://login.example.com' });
  return c.json(payload);
});

app.get('/b', async (c) => {
  const token = c.req.header('authorization')?.slice(7) ?? '';
  const key = await importSPKI(process.env.PUBLIC_KEY!, 'ES256');
  // ok: require-jwt-algorithms -- a key object of one algorithm
  const { payload } = await jwtVerify(token, key);
  return c.json(payload);
});

app.get('/d', async (c) => {
  const token = c.req.header('authorization')?.slice(7) ?? '';
  const { alg } = decodeProtectedHeader(token);
  // bad: require-jwt-algorithms
  const { payload } = await jwtVerify(token, new TextEncoder().encode(process.env.SECRET), { algorithms: [alg!] });
  return c.json(payload);
});

export default app;
