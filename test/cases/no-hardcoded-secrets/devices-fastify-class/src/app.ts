// @complete: no-hardcoded-secrets
import cookie from '@fastify/cookie';
import jwt from '@fastify/jwt';
import oauth2 from '@fastify/oauth2';
import secureSession from '@fastify/secure-session';
import Fastify, { type FastifyInstance } from 'fastify';
import { wording } from './wording.js';

export async function build(): Promise<FastifyInstance> {
  const app = Fastify({ logger: true });

  await app.register(cookie);

  await app.register(secureSession, {
    cookieName: 'device-session',
    // bad: no-hardcoded-secrets
    key: Buffer.from('4fe91796c30bd989d95b62dc46c7c3ba0b6aa2df2187400586a4121c54c53b85', 'hex'),
    cookie: { path: '/', httpOnly: true, secure: true, sameSite: 'lax' },
  });

  // ok: no-hardcoded-secrets -- a key from the environment
  await app.register(secureSession, { sessionName: 'kiosk', cookieName: 'kiosk', key: Buffer.from(process.env.KIOSK_KEY!, 'hex') });

  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  await app.register(jwt, { secret: 'Marble-Ibis-Corridor', sign: { expiresIn: '15m' } });

  await app.register(jwt, {
    namespace: 'device',
    // ok: no-hardcoded-secrets
    secret: { private: process.env.DEVICE_PRIVATE_KEY!, public: process.env.DEVICE_PUBLIC_KEY! },
    sign: { algorithm: 'ES256', expiresIn: '1h' },
  });

  await app.register(jwt, {
    namespace: 'factory',
    secret: {
      // bad: no-hardcoded-secrets -- the private half
      private: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpnk2kdc71eS2ZrqI
Ac9CvHax91CKyJd/pelUGb7UFsGhRANCAARCsdvv/wtRuyafYzU7HMpzI5h+pgAN
CJjS7FglA0jTcCe/yvRMJTaXWHevSJ8bgBdT/mr6vXmV/z7SZjcAYiwr
-----END PRIVATE KEY-----`,
      // ok: no-hardcoded-secrets -- the public half
      public: `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEQrHb7/8LUbsmn2M1OxzKcyOYfqYA
DQiY0uxYJQNI03Anv8r0TCU2l1h3r0ifG4AXU/5q+r15lf8+0mY3AGIsKw==
-----END PUBLIC KEY-----`,
    },
    sign: { algorithm: 'ES256', expiresIn: '1h' },
  });

  // bad-cross: no-hardcoded-secrets -- wording.closing is a literal of another file
  await app.register(jwt, { namespace: 'support', secret: wording.closing });

  await app.register(oauth2, {
    name: 'discord',
    credentials: {
      client: {
        id: '1093746281950273546',
        // bad: no-hardcoded-secrets
        // fix: no-hardcoded-secrets
        secret: 'q8Jt2LmZ5vXc9RbNw4KpYh7TsEdGf1Ua',
      },
      auth: oauth2.DISCORD_CONFIGURATION,
    },
    startRedirectPath: '/login/discord',
    callbackUri: 'https://devices.example.net/login/discord/callback',
  });

  return app;
}
