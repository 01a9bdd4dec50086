import { relative, dirname } from 'node:path';

import { isTestData } from '../../facts/secrets.js';
import { findEnvironmentFix } from '../../fix/environment.js';
import { fileOf, lineOf } from '../../model/file.js';
import type { Secret } from '../../model/secret.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-hardcoded-secrets',
  area: 'secrets',
  level: 'error',
  description: 'disallow secrets written out in the source',
  cwe: [798, 321, 259],
  suggests: true,
  messages: {
    token:
      '{{what}} is written out here: everyone with the repository, its history or a build of it can use it. Revoke it, then read a new one from {{home}}.',
    privateKey:
      '{{what}} is written out here: everyone with the repository, its history or a build of it can sign and decrypt with it. Replace it, then read the new one from {{home}} or a mounted file.',
    url: 'The password in this URL is in the repository and its history: everyone who has it can log in. Change it, then read the URL from {{home}}.',
    named:
      '{{name}} is a literal: it is in the repository and its history, and the same in every environment. Rotate it, then read it from {{home}}.',
    position:
      '{{taker}} gets its secret from a literal: everyone with the repository can act in its name. Rotate it, then read it from {{home}}.',
    weak: '{{taker}} gets a secret that anybody would guess: nothing that rests on it can be trusted. Make a random one, and read it from {{home}}.',
    imported:
      '{{taker}} gets its secret from a literal in {{file}}:{{line}}: everyone with the repository can act in its name. Rotate it, then read it from {{home}}.',
    read: 'Read it from {{home}}',
  },
  create({ file, report }) {
    const isTest = isTestData(file.kind);
    return {
      Secret(secret) {
        if (secret.isFallback || (isTest && !secret.isLive)) return;
        const found = findEnvironmentFix(secret);
        const home = found?.code ?? 'the environment';
        report({
          node: secret.node,
          message: messageOf(secret),
          data: {
            home,
            what: withArticle(secret.what),
            name: `\`${secret.path.at(-1) ?? 'This secret'}\``,
            taker: `\`${secret.taker ?? secret.path.at(-1) ?? 'This call'}\``,
            file: secret.origin ? relative(dirname(file.path), fileOf(secret.origin).path) : '',
            line: secret.origin ? String(lineOf(secret.origin)) : '',
          },
          suggest: [found?.fix ? { message: 'read', data: { home }, fix: found.fix } : null],
        });
      },
    };
  },
});

function messageOf(secret: Secret): 'token' | 'privateKey' | 'url' | 'named' | 'position' | 'weak' | 'imported' {
  if (secret.origin) return 'imported';
  if (secret.kind === 'token') return 'token';
  if (secret.kind === 'private-key') return 'privateKey';
  if (secret.kind === 'url') return 'url';
  if (secret.isWeak) return 'weak';
  return secret.evidence === 'position' ? 'position' : 'named';
}

/** Other files are parsed without lines. */

/** `A Stripe secret key`, `An npm token`: letters that are spelled out count by their sound. */
const withArticle = (what: string): string => `${/^(?:[AEIO]|npm|RSA|SSH|n8n)/i.test(what) ? 'An' : 'A'} ${what}`;
