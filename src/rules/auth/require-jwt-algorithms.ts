import {
  algorithmFaultOf,
  findIgnoredOption,
  findSigningAlgorithm,
  type AlgorithmFault,
} from '../../facts/tokens/algorithms.js';
import { insertion } from '../../fix/key-pair.js';
import { fileOf } from '../../model/file.js';
import type { TokenUse } from '../../model/token.js';
import { createRule, type Fix } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';
import { calleeName } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'require-jwt-algorithms',
  area: 'auth',
  level: 'error',
  description: 'require that a check of a token names the algorithms it allows',
  cwe: [347, 757],
  fixable: true,
  suggests: true,
  mentions: /jwt|jose|jsonwebtoken/i,
  options: {
    plainSecrets: option.boolean(
      false,
      'Also report checks with a plain secret by jsonwebtoken 9 or later, which allows HMAC alone by itself.',
      true,
    ),
  },
  messages: {
    missing:
      '{{call}} names no algorithms, so the token has a say in how it is checked: signed with the public key as an HMAC secret, or not at all, a forged one may pass. Pin the one that you sign with (algorithms: [{{algorithm}}]).',
    mixed:
      'HMAC and public-key algorithms are allowed together: whoever knows the public key can sign with it as an HMAC secret. Allow only the one that you sign with ({{algorithm}}).',
    none: '`none` is allowed, and a token without any signature passes for anybody. Allow only the algorithm that you sign with ({{algorithm}}).',
    fromToken:
      'The algorithm is taken from the token itself, so whoever forges one chooses how it is checked. Pin the one that you sign with ({{algorithm}}).',
    pin: 'Allow {{algorithm}} alone',
  },
  create({ file, options, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      Token(use) {
        if (use.proof === 'name') return;
        const fault = algorithmFaultOf(use, options.plainSecrets);
        // `algorithm` in place of `algorithms` is no-unverified-jwt's.
        if (!fault || (fault.kind === 'missing' && findIgnoredOption(use))) return;
        const signed = findSigningAlgorithm(use);
        const pinned =
          signed ?? (use.identity.kind === 'key-pair' || use.identity.kind === 'key-set' ? 'RS256' : 'HS256');
        const fix = findPin(use, fault, pinned);
        report({
          node: fault.node,
          message: fault.kind === 'from-token' ? 'fromToken' : fault.kind,
          data: {
            call: use.node.callee.type === 'Super' ? 'This strategy' : `${calleeName(use.node) ?? 'This check'}()`,
            algorithm: `'${pinned}'`,
          },
          ...(signed && fix ? { fix } : {}),
          suggest: [!signed && fix ? { message: 'pin', data: { algorithm: pinned }, fix } : null],
        });
      },
    };
  },
});

function findPin(use: TokenUse, fault: AlgorithmFault, algorithm: string): Fix | null {
  const { row, library, node } = use;
  if (fault.kind !== 'missing') {
    if (fileOf(fault.node) !== fileOf(node)) return null;
    const isList = fault.node.type === 'ArrayExpression' || /s$/.test(row.algorithm[0] ?? '');
    return (fixer) => fixer.replaceText(fault.node, isList ? `['${algorithm}']` : `'${algorithm}'`);
  }
  if (library.name === 'jwt-simple') {
    const last = use.arguments.at(-1);
    const given = ['false', `'${algorithm}'`].slice(use.arguments.length - 2);
    return last && use.arguments.length >= 2 && use.arguments.length < 4
      ? (fixer) => fixer.insertTextAfter(last, `, ${given.join(', ')}`)
      : null;
  }
  // A callback stands where the options would.
  const [position] = row.algorithm;
  const callback = use.arguments[2];
  if (position === '2.algorithms' && callback && /Function/.test(callback.type))
    return (fixer) => fixer.insertTextBefore(callback, `{ algorithms: ['${algorithm}'] }, `);
  return position === undefined ? null : insertion(use, position, `['${algorithm}']`);
}
