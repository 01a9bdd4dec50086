import type { JwtRow, Library, MemberRow } from '../../model/library.js';
import { PEM_ALGORITHMS, token } from './rows.js';

const signer: JwtRow = {
  does: 'sign',
  secret: ['0.key.key', '0.key'],
  algorithm: ['0.algorithm'],
  // https://github.com/nearform/fast-jwt#createsigner: by the key; HS256 for a string that is no PEM.
  default: 'HS256',
  issuer: ['0.iss'],
  audience: ['0.aud'],
  expiry: ['0.expiresIn'],
  asymmetric: { form: 'same', algorithms: PEM_ALGORITHMS },
};

const verifier: JwtRow = {
  does: 'verify',
  secret: ['0.key'],
  algorithm: ['0.algorithms'],
  default: null,
  issuer: ['0.allowedIss'],
  audience: ['0.allowedAud'],
  asymmetric: { form: 'same', algorithms: PEM_ALGORITHMS },
};

/** https://github.com/nearform/fast-jwt (types of version 6). */
export const fastJwt: Library = {
  name: 'fast-jwt',
  kind: 'tokens',
  modules: ['fast-jwt'],
  exports: {
    createSigner: token(signer),
    createVerifier: token(verifier),
    createDecoder: { decode: { token: '0', makes: true } },
  },
};

const register: JwtRow = {
  does: 'configure',
  secret: ['0.secret', '0.secret.key'],
  keys: ['0.secret.private', '0.secret.public'],
  algorithm: ['0.sign.algorithm', '0.verify.algorithms'],
  default: 'HS256',
  issuer: ['0.verify.allowedIss', '0.sign.iss'],
  audience: ['0.sign.aud', '0.verify.allowedAud'],
  expiry: ['0.sign.expiresIn'],
  plugin: true,
  namespace: '0.namespace',
  asymmetric: { form: 'object', algorithms: PEM_ALGORITHMS },
};

/** `options` is where the signer's or verifier's options stand: nested for the request's and reply's methods. */
const sign = (options: readonly string[]): MemberRow =>
  token({
    does: 'sign',
    payload: '0',
    secret: options.map((at) => `${at}.key`),
    algorithm: options.map((at) => `${at}.algorithm`),
    default: 'HS256',
    issuer: options.map((at) => `${at}.iss`),
    audience: options.map((at) => `${at}.aud`),
    expiry: options.map((at) => `${at}.expiresIn`),
    registered: true,
  });

const verify = (options: readonly string[]): MemberRow =>
  token({
    does: 'verify',
    secret: options.map((at) => `${at}.key`),
    algorithm: options.map((at) => `${at}.algorithms`),
    default: null,
    issuer: options.map((at) => `${at}.allowedIss`),
    audience: options.map((at) => `${at}.allowedAud`),
    registered: true,
  });

/** https://github.com/fastify/fastify-jwt (types of versions 9 and 10). */
export const fastifyJwt: Library = {
  name: 'fastify-jwt',
  kind: 'tokens',
  modules: ['@fastify/jwt', 'fastify-jwt'],
  exports: { default: token(register), fastifyJwt: token(register) },
  decorates: {
    'jwt.sign': sign(['1']),
    'jwt.verify': verify(['1']),
    'jwt.decode': { decode: { token: '0' } },
    jwtDecode: { decode: { token: 'this' } },
    jwtSign: sign(['1.sign', '1']),
    jwtVerify: verify(['0.verify', '0']),
  },
};
