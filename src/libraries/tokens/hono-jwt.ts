import type { JwtRow, Library } from '../../model/library.js';
import { PEM_ALGORITHMS, token } from './rows.js';

const asymmetric = { form: 'same', algorithms: PEM_ALGORITHMS } as const;

const sign: JwtRow = {
  does: 'sign',
  payload: '0',
  secret: ['1'],
  algorithm: ['2'],
  // https://hono.dev/docs/helpers/jwt#sign
  default: 'HS256',
  expiry: ['0.exp'],
  asymmetric,
};

/** The algorithm is a must since 4.11; before, HS256 was taken, and a verification that names none chooses nothing. */
const verify: JwtRow = {
  does: 'verify',
  secret: ['1'],
  algorithm: ['2.alg', '2'],
  default: null,
  issuer: ['2.iss'],
  audience: ['2.aud'],
  asymmetric,
};

const middleware: JwtRow = {
  does: 'verify',
  secret: ['0.secret'],
  algorithm: ['0.alg'],
  default: null,
  issuer: ['0.verification.iss'],
  audience: ['0.verification.aud'],
  asymmetric,
};

/** https://hono.dev/docs/middleware/builtin/jwt, https://hono.dev/docs/helpers/jwt (types of version 4). */
export const honoJwt: Library = {
  name: 'hono-jwt',
  kind: 'tokens',
  modules: ['hono/jwt', 'hono/utils/jwt'],
  exports: {
    sign: token(sign),
    verify: token(verify),
    'Jwt.sign': token(sign),
    'Jwt.verify': token(verify),
    jwt: token(middleware),
    decode: { decode: { token: '0' } },
    'Jwt.decode': { decode: { token: '0' } },
    AlgorithmTypes: {},
  },
};
