import type { Library } from '../../model/library.js';

/**
 * Auth.js: https://authjs.dev/reference/core/jwt, https://next-auth.js.org/configuration/options#secret (types of
 * next-auth 4 and 5, @auth/core 0). Its tokens are encrypted (`dir`, A256GCM or A256CBC-HS512), not signed: the secret is a
 * secret, and no algorithm is chosen by it. A custom `jwt.encode` signs with another library, whose call is read.
 */
export const nextAuth: Library = {
  name: 'next-auth',
  kind: 'tokens',
  modules: [
    'next-auth',
    'next-auth/jwt',
    'next-auth/next',
    'next-auth/middleware',
    '@auth/core',
    '@auth/core/jwt',
    '@auth/express',
    '@auth/sveltekit',
  ],
  exports: {
    default: { secrets: ['0.secret', '0.jwt.secret', '2.secret', '2.jwt.secret'] },
    Auth: { secrets: ['1.secret', '1.jwt.secret'] },
    ExpressAuth: { secrets: ['0.secret'] },
    SvelteKitAuth: { secrets: ['0.secret'] },
    getServerSession: { secrets: ['0.secret', '2.secret'] },
    withAuth: { secrets: ['0.secret', '1.secret'] },
    getToken: { secrets: ['0.secret'] },
    encode: { secrets: ['0.secret'] },
    decode: { secrets: ['0.secret'] },
  },
};
