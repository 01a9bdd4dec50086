import type { Library, MemberRow } from '../../model/library.js';

/** The second argument is the key; `createPrivateKey` and the derivations take theirs first. */
const second: MemberRow = { secrets: ['1'] };
const first: MemberRow = { secrets: ['0'] };

const pbkdf2: MemberRow = { secrets: ['0'], password: { kdf: 'pbkdf2', password: '0', cost: ['2'], digest: ['4'] } };
/** N = 16384 by default: https://nodejs.org/api/crypto.html#cryptoscryptpassword-salt-keylen-options-callback */
const scrypt: MemberRow = {
  secrets: ['0'],
  password: {
    kdf: 'scrypt',
    password: '0',
    cost: ['3.N', '3.cost'],
    byDefault: 16_384,
    block: ['3.r', '3.blockSize'],
    parallel: ['3.p', '3.parallelization'],
  },
};

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
    pbkdf2: pbkdf2,
    pbkdf2Sync: pbkdf2,
    scrypt: scrypt,
    scryptSync: scrypt,
    hkdf: second,
    hkdfSync: second,
    timingSafeEqual: { secrets: ['0', '1'] },
    'webcrypto.subtle.importKey': second,
    'subtle.importKey': second,
  },
  globals: { 'crypto.subtle.importKey': second },
};
