import type { Library } from '../../model/library.js';

const decode = { decode: { token: '0' } } as const;

/** https://github.com/auth0/jwt-decode (types of version 4; a default export until version 3): it never checks anything. */
export const jwtDecode: Library = {
  name: 'jwt-decode',
  kind: 'tokens',
  modules: ['jwt-decode'],
  exports: { jwtDecode: decode, default: decode },
};
