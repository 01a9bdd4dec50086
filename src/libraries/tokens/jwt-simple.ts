import type { Library } from '../../model/library.js';
import { token } from './rows.js';

/** https://github.com/hokaccha/node-jwt-simple (types of version 0.5): RS256 is its only other algorithm. */
const asymmetric = { form: 'same', algorithms: ['RS256'] } as const;

export const jwtSimple: Library = {
  name: 'jwt-simple',
  kind: 'tokens',
  modules: ['jwt-simple'],
  exports: {
    encode: token({
      does: 'sign',
      payload: '0',
      secret: ['1'],
      algorithm: ['2'],
      default: 'HS256',
      expiry: ['0.exp'],
      asymmetric,
    }),
    decode: token({ does: 'verify', secret: ['1'], algorithm: ['3'], default: null, asymmetric }),
  },
};
