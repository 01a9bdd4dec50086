import type { Library, MemberRow } from '../../model/library.js';

/** The second argument is the key; `createPrivateKey` and the derivations take theirs first. */
const second: MemberRow = { secrets: ['1'] };
const first: MemberRow = { secrets: ['0'] };

/** https://nodejs.org/api/crypto.html, and the Web Crypto API's `importKey` (https://www.w3.org/TR/WebCryptoAPI/). */
export const crypto: Library = {
  name: 'crypto',
  kind: 'node',
  modules: ['crypto', 'node:crypto'],
  exports: {
    createHmac: second,
    createCipheriv: second,
    createDecipheriv: second,
    createSecretKey: first,
    createPrivateKey: { secrets: ['0', '0.key', '0.passphrase'] },
    pbkdf2: first,
    pbkdf2Sync: first,
    scrypt: first,
    scryptSync: first,
    hkdf: second,
    hkdfSync: second,
    timingSafeEqual: { secrets: ['0', '1'] },
    'webcrypto.subtle.importKey': second,
    'subtle.importKey': second,
  },
  globals: { 'crypto.subtle.importKey': second },
};
