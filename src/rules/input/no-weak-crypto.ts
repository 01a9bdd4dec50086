import { weakCryptoOf, type WeakKind } from '../../facts/ciphers/weak.js';
import { cryptoNames } from '../../fix/crypto.js';
import { createRule } from '../../rule/create-rule.js';

const MESSAGES: Readonly<Record<WeakKind, string>> = {
  hash: '{{name}} is broken: others can make content with the same digest, and what this one guards with it. Use SHA-256, with an HMAC where a secret goes in.',
  signature:
    '{{name}} signs a digest that others can make for other content, so the signature fits that too. Use SHA-256.',
  cipher:
    '{{name}} is broken by its small keys or blocks: what it hides can be read with rented machines. Use aes-256-gcm.',
  ecb: '{{name}} encrypts equal blocks to equal blocks, so patterns show and blocks can be swapped. Use GCM with a random IV for each message.',
  'no-iv':
    '{{name}} makes key and IV of the password by one round of MD5, the same for every message, and is gone since Node.js 22. Use createCipheriv with a random IV and a key of scrypt.',
  'fixed-iv':
    'The IV `{{name}}` is the same for every message: equal beginnings show, and with GCM or CTR two messages give away both. Take randomBytes for each, and keep it beside the text.',
  'no-tag':
    '{{name}} without its authentication tag is only a stream cipher: whoever can write the ciphertext changes the text bit by bit. Keep getAuthTag() and give setAuthTag() when decrypting.',
  'short-key':
    'A key of {{name}} can be broken with rented machines. Use 2048 bits or more for RSA and Diffie-Hellman, P-256 or better for curves.',
  padding:
    '{{name}} lets whoever sees the errors decrypt message after message (Bleichenbacher). Use RSA_PKCS1_OAEP_PADDING.',
};

export const rule = createRule({
  name: 'no-weak-crypto',
  area: 'input',
  level: 'error',
  description: 'disallow broken hashes and ciphers, ECB, fixed IVs, missing tags and short keys',
  cwe: [327, 328, 329, 326],
  suggests: true,
  mentions: /crypto|Cipher|forge|subtle|md5|sha1/i,
  messages: { ...MESSAGES, replace: 'Use {{code}}' },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, kind, name, replacement } of weakCryptoOf(file)) {
          const names = replacement?.text.includes('randomBytes(') ? cryptoNames(file, ['randomBytes']) : null;
          const code =
            names && replacement ? replacement.text.replace('randomBytes', names.codes.randomBytes) : replacement?.text;
          report({
            node,
            message: kind,
            data: { name },
            suggest: [
              replacement && code !== undefined
                ? {
                    message: 'replace',
                    data: { code },
                    fix: (fixer) => [fixer.replaceText(replacement.node, code), ...(names?.edits(fixer) ?? [])],
                  }
                : null,
            ],
          });
        }
      },
    };
  },
});
