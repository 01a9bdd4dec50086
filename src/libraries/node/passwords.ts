import type { Library, MemberRow } from '../../model/library.js';

const bcrypt: MemberRow = { password: { kdf: 'bcrypt', password: '0', cost: ['1'] } };
const salt: MemberRow = { password: { kdf: 'bcrypt', cost: ['0'] } };
const argon2: MemberRow = {
  password: { kdf: 'argon2', password: '0', cost: ['1.memoryCost'], time: ['1.timeCost'], parallel: ['1.parallelism'] },
};
/** crypto-js 4.2 takes 250,000 iterations by default, versions before 1,000. https://cryptojs.gitbook.io/docs */
const cryptoJsPbkdf2: MemberRow = {
  password: { kdf: 'pbkdf2', password: '0', cost: ['2.iterations'], byDefault: 250_000 },
};

/** What passwords are hashed with: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
export const passwords: readonly Library[] = [
  {
    // https://github.com/kelektiv/node.bcrypt.js, https://github.com/dcodeIO/bcrypt.js
    name: 'bcrypt',
    kind: 'node',
    modules: ['bcrypt', 'bcryptjs', 'bcrypt-nodejs'],
    exports: { hash: bcrypt, hashSync: bcrypt, genSalt: salt, genSaltSync: salt },
  },
  {
    // https://github.com/napi-rs/node-rs/tree/main/packages/bcrypt: 12 rounds by default.
    name: 'node-rs-bcrypt',
    kind: 'node',
    modules: ['@node-rs/bcrypt'],
    exports: { hash: bcrypt, hashSync: bcrypt, genSalt: salt, genSaltSync: salt },
  },
  {
    // https://github.com/ranisalt/node-argon2: 64 MiB, 3 iterations by default.
    name: 'argon2',
    kind: 'node',
    modules: ['argon2', '@node-rs/argon2'],
    exports: { hash: argon2, hashSync: argon2, hashRaw: argon2 },
  },
  {
    // https://cryptojs.gitbook.io/docs
    name: 'crypto-js',
    kind: 'node',
    modules: ['crypto-js'],
    exports: { PBKDF2: cryptoJsPbkdf2, 'default.PBKDF2': cryptoJsPbkdf2 },
  },
  {
    // https://bun.sh/docs/api/hashing#bun-password
    name: 'bun-password',
    kind: 'node',
    modules: ['bun'],
    exports: {
      'password.hash': { password: { kdf: 'bcrypt', password: '0', cost: ['1.cost'] } },
      'password.hashSync': { password: { kdf: 'bcrypt', password: '0', cost: ['1.cost'] } },
    },
    globals: {
      'Bun.password.hash': { password: { kdf: 'bcrypt', password: '0', cost: ['1.cost'] } },
      'Bun.password.hashSync': { password: { kdf: 'bcrypt', password: '0', cost: ['1.cost'] } },
    },
  },
];
