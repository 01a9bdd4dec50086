import { called, findSharing } from '../../facts/tokens/sharing.js';
import { findKeyPairFix } from '../../fix/key-pair.js';
import { locOf } from '../../model/place.js';
import type { TokenUse } from '../../model/token.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';
import type { Node } from '../../syntax/ast.js';

export const rule = createRule({
  name: 'no-shared-secret-jwt',
  area: 'auth',
  level: 'error',
  description: 'require an asymmetric algorithm for tokens that several services check',
  cwe: [653],
  suggests: true,
  mentions: /jwt|jose|jsonwebtoken/i,
  options: {
    architecture: option.oneOf(
      ['auto', 'distributed', 'single'],
      'auto',
      'Whether other services check the tokens: `auto` looks for evidence in the project, `single` switches the rule off.',
    ),
  },
  messages: {
    shared:
      '{{algorithm}} with {{secret}}, and {{evidence}}: whoever can check these tokens can forge them. Sign with a private key (RS256, ES256) and give the others only its public key.',
    byDefault:
      '{{call}} takes {{algorithm}} by default with {{secret}}, and {{evidence}}: whoever can check these tokens can forge them. Sign with a private key (RS256, ES256) and give the others only its public key.',
    keyPair: 'Use {{algorithm}} and {{code}}.',
  },
  create({ file, options, sourceCode, report }) {
    if (options.architecture === 'single' || (file.kind !== 'source' && file.kind !== 'config')) return {};
    const reported = new Set<Node>();
    return {
      Token(use) {
        const { algorithm } = use;
        const symmetric = algorithm?.names.find((name) => /^HS\d/.test(name));
        if (!algorithm || symmetric === undefined || reported.has(algorithm.node)) return;
        const sharing = findSharing(use, file, options.architecture === 'distributed');
        if (!sharing) return;
        // Several calls may take their options from one object: it is the one to change.
        reported.add(algorithm.node);
        const isNamed = algorithm.how === 'named';
        report({
          node: algorithm.node,
          ...(isNamed ? {} : { loc: locOf(use.node.callee) }),
          message: isNamed ? 'shared' : 'byDefault',
          data: {
            algorithm: symmetric,
            call: calleeText(use, sourceCode.text),
            secret: called(use.identity),
            evidence: sharing.detail,
          },
          suggest: (use.row.asymmetric?.algorithms ?? []).map((name) => {
            const fix = findKeyPairFix(use, name);
            return fix && { message: 'keyPair', data: { algorithm: name, code: fix.code }, fix: fix.fix };
          }),
        });
      },
    };
  },
});

/** The call as its reader knows it; of a plugin, the plugin. */
function calleeText(use: TokenUse, source: string): string {
  const named = use.row.plugin ? use.node.arguments[0] : use.node.callee;
  return source.slice(...(named ?? use.node.callee).range).replaceAll(/\s+/g, ' ');
}
