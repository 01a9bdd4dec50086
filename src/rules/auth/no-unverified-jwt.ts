import { unverifiedOf } from '../../facts/tokens/unverified.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-unverified-jwt',
  area: 'auth',
  level: 'error',
  description: 'disallow trusting what a token says without checking it',
  cwe: [347],
  mentions: /jwt|jose|jsonwebtoken|atob|base64|token/i,
  messages: {
    decoded:
      '{{call}} reads what the token says and checks no signature: anybody can write one that names another user. Verify the token and use what that gives.',
    split:
      'The token is taken apart by hand and its signature checked nowhere: anybody can write one that names another user. Verify it with the library and use what that gives.',
    expired:
      '`ignoreExpiration` lets a token work for ever once it was signed: one that leaked years ago still opens the door. Drop it, and renew with refresh tokens.',
    errorDropped:
      '{{call}} may fail and nobody looks: a forged or expired token passes as a good one. Stop the request when it does.',
    notAwaited:
      '{{call}} gives a promise that nobody waits for: the request goes on before the token is checked, and a forged one only shows as an unhandled rejection. Await it.',
    noVerify:
      '{{call}} is told not to verify: anybody can write a token that names another user. Leave the third argument out.',
    ignoredOption:
      '`algorithm` is an option for signing; here it is silently ignored, and no algorithm is pinned at all. Write `algorithms: [{{value}}]`.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    if (/^\s*['"]use client['"]/.test(file.text)) return {};
    return {
      File() {
        for (const { kind, node, option } of unverifiedOf(file)) {
          const call =
            node.type === 'CallExpression' ? `${file.text.slice(...node.callee.range).replaceAll(/\s+/g, '')}()` : '';
          report({ node, message: MESSAGES[kind], data: { call, value: option ?? '' } });
        }
      },
    };
  },
});

const MESSAGES = {
  decoded: 'decoded',
  split: 'split',
  expired: 'expired',
  'error-dropped': 'errorDropped',
  'not-awaited': 'notAwaited',
  'no-verify': 'noVerify',
  'ignored-option': 'ignoredOption',
} as const;
