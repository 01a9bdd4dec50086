import type { JwtRow, Library } from '../../model/library.js';
import { PEM_ALGORITHMS, token } from './rows.js';

const asymmetric = { form: 'same', algorithms: PEM_ALGORITHMS } as const;

const sign: JwtRow = {
  does: 'sign',
  payload: '0',
  secret: ['1.key', '1'],
  algorithm: ['2.algorithm', '2.header.alg'],
  // https://github.com/auth0/node-jsonwebtoken#jwtsignpayload-secretorprivatekey-options-callback
  default: 'HS256',
  issuer: ['2.issuer'],
  audience: ['2.audience'],
  expiry: ['2.expiresIn', '0.exp'],
  asymmetric,
};

const verify: JwtRow = {
  does: 'verify',
  secret: ['1'],
  algorithm: ['2.algorithms'],
  default: null,
  issuer: ['2.issuer'],
  audience: ['2.audience'],
  asymmetric,
};

/** https://github.com/auth0/node-jsonwebtoken (types: @types/jsonwebtoken 9). */
export const jsonwebtoken: Library = {
  name: 'jsonwebtoken',
  kind: 'tokens',
  modules: ['jsonwebtoken'],
  exports: { sign: token(sign), verify: token(verify), decode: { decode: { token: '0' } } },
};
