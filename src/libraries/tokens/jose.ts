import type { JwtRow, Library, MemberRow } from '../../model/library.js';
import { token } from './rows.js';

/** `new SignJWT(payload).setProtectedHeader({ alg }).sign(key)`: the header must name the algorithm. */
const builder: JwtRow = {
  does: 'sign',
  secret: ['0'],
  algorithm: [],
  default: null,
  links: {
    algorithm: ['setProtectedHeader', '0.alg'],
    issuer: 'setIssuer',
    audience: 'setAudience',
    expiry: 'setExpirationTime',
  },
};

const verify: JwtRow = {
  does: 'verify',
  secret: ['1'],
  algorithm: ['2.algorithms'],
  default: null,
  issuer: ['2.issuer'],
  audience: ['2.audience'],
};

/** Encrypted tokens have no signature to share; their keys are secrets all the same. */
const decrypt: MemberRow = { secrets: ['1'] };
const signer = { chain: true, members: { sign: token(builder) } } as const;
const encrypter = { chain: true, members: { encrypt: { secrets: ['0'] } } } as const;

/** https://github.com/panva/jose/blob/main/docs/README.md (types of versions 5 and 6). */
export const jose: Library = {
  name: 'jose',
  kind: 'tokens',
  modules: ['jose'],
  exports: {
    SignJWT: { new: 'SignJWT' },
    CompactSign: { new: 'SignJWT' },
    FlattenedSign: { new: 'SignJWT' },
    EncryptJWT: { new: 'EncryptJWT' },
    CompactEncrypt: { new: 'EncryptJWT' },
    FlattenedEncrypt: { new: 'EncryptJWT' },
    jwtVerify: token(verify),
    compactVerify: token(verify),
    flattenedVerify: token(verify),
    generalVerify: token(verify),
    jwtDecrypt: decrypt,
    compactDecrypt: decrypt,
    flattenedDecrypt: decrypt,
    generalDecrypt: decrypt,
    decodeJwt: { decode: { token: '0' } },
    decodeProtectedHeader: { decode: { token: '0', header: true } },
  },
  types: { SignJWT: signer, EncryptJWT: encrypter },
};
