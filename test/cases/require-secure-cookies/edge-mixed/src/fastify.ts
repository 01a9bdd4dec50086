// @complete: require-secure-cookies
import Fastify from 'fastify';
import secureSession from '@fastify/secure-session';

const app = Fastify();
// bad: require-secure-cookies
// fix: require-secure-cookies
app.register(secureSession, { key: Buffer.from(process.env.KEY!, 'hex'), cookie: { path: '/' } });

app.post('/login', async (request, reply) => {
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  reply.setCookie('token', 'abc', { path: '/', httpOnly: true });
  // ok: require-secure-cookies
  reply.setCookie('jwt', 'abc', { httpOnly: true, secure: 'auto', sameSite: 'lax' });
  return {};
});
export default app;
