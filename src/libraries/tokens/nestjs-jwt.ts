import type { JwtRow, Library, MemberRow } from '../../model/library.js';
import { PEM_ALGORITHMS, token } from './rows.js';

const register: JwtRow = {
  does: 'configure',
  secret: ['0.secret', '0.secretOrPrivateKey', '0.secretOrKeyProvider'],
  keys: ['0.privateKey', '0.publicKey'],
  algorithm: ['0.signOptions.algorithm', '0.verifyOptions.algorithms'],
  // What JwtService.sign hands to jsonwebtoken, whose default it is.
  default: 'HS256',
  issuer: ['0.verifyOptions.issuer', '0.signOptions.issuer'],
  audience: ['0.signOptions.audience', '0.verifyOptions.audience'],
  expiry: ['0.signOptions.expiresIn'],
  asymmetric: { form: 'both', algorithms: PEM_ALGORITHMS },
};

const sign: MemberRow = token({
  does: 'sign',
  payload: '0',
  secret: ['1.secret'],
  keys: ['1.privateKey'],
  algorithm: ['1.algorithm', '1.header.alg'],
  default: 'HS256',
  issuer: ['1.issuer'],
  audience: ['1.audience'],
  expiry: ['1.expiresIn', '0.exp'],
  registered: true,
  asymmetric: { form: 'renamed', algorithms: PEM_ALGORITHMS },
});

const verify: MemberRow = token({
  does: 'verify',
  secret: ['1.secret'],
  keys: ['1.publicKey'],
  algorithm: ['1.algorithms'],
  default: null,
  issuer: ['1.issuer'],
  audience: ['1.audience'],
  registered: true,
  asymmetric: { form: 'renamed', algorithms: PEM_ALGORITHMS },
});

/** https://docs.nestjs.com/security/authentication#jwt-token, https://github.com/nestjs/jwt (types of versions 10 to 12). */
export const nestjsJwt: Library = {
  name: 'nestjs-jwt',
  kind: 'tokens',
  modules: ['@nestjs/jwt'],
  client: 'JwtService',
  exports: {
    JwtModule: {},
    'JwtModule.register': token(register),
    'JwtModule.registerAsync': token({ ...register, factory: ['0.useFactory', '0.useClass', '0'] }),
    JwtService: { new: 'JwtService', construct: token(register) },
  },
  types: {
    JwtService: { members: { sign, signAsync: sign, verify, verifyAsync: verify, decode: { decode: { token: '0' } } } },
  },
};
