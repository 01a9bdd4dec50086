// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import cookie from '@fastify/cookie';
import jwt from '@fastify/jwt';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { config } from '../config.js';

declare module 'fastify' {
  interface FastifyInstance {
    authenticate: (request: FastifyRequest) => Promise<void>;
  }
}

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: { sub: string };
    user: { sub: string };
  }
}

export default fp(
  async (app) => {
    // ok: no-hardcoded-secrets
    await app.register(cookie, { secret: config.COOKIE_SECRET });
    // ok: no-hardcoded-secrets, no-shared-secret-jwt
    await app.register(jwt, {
      secret: { private: config.JWT_PRIVATE_KEY, public: config.JWT_PUBLIC_KEY },
      sign: { algorithm: 'ES256', expiresIn: '15m' },
      verify: { algorithms: ['ES256'] },
      cookie: { cookieName: 'access_token', signed: false },
    });
    app.decorate('authenticate', async (request: FastifyRequest) => {
      await request.jwtVerify();
    });
  },
  { name: 'authentication' },
);
