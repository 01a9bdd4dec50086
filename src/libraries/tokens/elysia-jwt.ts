import type { Library } from '../../model/library.js';
import { token } from './rows.js';

/** https://elysiajs.com/plugins/jwt (types of version 1): `app.use(jwt({ name, secret, alg, exp }))`. */
export const elysiaJwt: Library = {
  name: 'elysia-jwt',
  kind: 'tokens',
  modules: ['@elysiajs/jwt'],
  exports: {
    jwt: token({
      does: 'configure',
      secret: ['0.secret'],
      algorithm: ['0.alg'],
      default: 'HS256',
      issuer: ['0.iss'],
      audience: ['0.aud'],
      expiry: ['0.exp'],
    }),
    default: token({
      does: 'configure',
      secret: ['0.secret'],
      algorithm: ['0.alg'],
      default: 'HS256',
      issuer: ['0.iss'],
      audience: ['0.aud'],
      expiry: ['0.exp'],
    }),
  },
};
