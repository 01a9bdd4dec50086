import type { JwtRow, Library } from '../../model/library.js';
import { PEM_ALGORITHMS, token } from './rows.js';

const asymmetric = { form: 'same', algorithms: PEM_ALGORITHMS } as const;

/** What express-jwt and koa-jwt have in common: options are handed on to jsonwebtoken's `verify`. */
const middleware: JwtRow = {
  does: 'verify',
  secret: ['0.secret'],
  algorithm: ['0.algorithms'],
  default: null,
  issuer: ['0.issuer'],
  audience: ['0.audience'],
  asymmetric,
};

/** https://github.com/auth0/express-jwt (types of version 8; a default export until version 6). */
export const expressJwt: Library = {
  name: 'express-jwt',
  kind: 'tokens',
  modules: ['express-jwt'],
  exports: { expressjwt: token(middleware), default: token(middleware) },
};

/** https://github.com/koajs/jwt (types of version 4). */
export const koaJwt: Library = {
  name: 'koa-jwt',
  kind: 'tokens',
  modules: ['koa-jwt'],
  exports: { default: token(middleware) },
};

/** https://www.passportjs.org/packages/passport-jwt/ (types of version 4). */
export const passportJwt: Library = {
  name: 'passport-jwt',
  kind: 'tokens',
  modules: ['passport-jwt'],
  exports: {
    Strategy: {
      new: 'Strategy',
      construct: token({
        ...middleware,
        secret: ['0.secretOrKey', '0.secretOrKeyProvider'],
        algorithm: ['0.algorithms', '0.jsonWebTokenOptions.algorithms'],
        issuer: ['0.issuer', '0.jsonWebTokenOptions.issuer'],
        audience: ['0.audience', '0.jsonWebTokenOptions.audience'],
      }),
    },
  },
  types: { Strategy: {} },
};
