import { lifetimeOf, purposeOf, spanOf } from '../../facts/tokens/lifetime.js';
import { insertion } from '../../fix/key-pair.js';
import { fileOf } from '../../model/file.js';
import type { TokenUse } from '../../model/token.js';
import { createRule, type Fix } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';
import type { Node } from '../../syntax/ast.js';
import { calleeName } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'require-jwt-expiry',
  area: 'auth',
  level: 'error',
  description: 'require that signed tokens expire, and soon',
  cwe: [613],
  suggests: true,
  mentions: /jwt|jose|jsonwebtoken/i,
  options: {
    maxAccessTokenLifetime: option.text('15m', 'The longest life of an access token: `15m`, `1h`.'),
    maxRefreshTokenLifetime: option.text('30d', 'The longest life of a refresh token.'),
  },
  messages: {
    endless:
      '{{call}} signs a token that never expires: once it is stolen or logged it works for ever, and only a new key for everybody stops it. Give it an end ({{how}}).',
    long: '{{what}} token is good for {{lifetime}}, the limit is {{limit}}: that long a stolen one works, whatever is revoked meanwhile. Shorten it{{hint}}.',
    add: 'Let it expire: {{code}}',
    shorten: 'Use {{code}}',
  },
  create({ file, options, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    const limits = {
      access: spanOf(options.maxAccessTokenLifetime) ?? 900,
      refresh: spanOf(options.maxRefreshTokenLifetime) ?? 2_592_000,
    };
    const reported = new Set<Node>();
    return {
      Token(use) {
        if (use.does === 'verify' || use.proof === 'name') return;
        const lifetime = lifetimeOf(use);
        const purpose = purposeOf(use);
        if (lifetime.kind === 'endless') {
          if (use.does === 'configure' && !isWholeRegistration(use)) return;
          const add = findExpiryFix(use, purpose === 'refresh' ? '7d' : '15m');
          report({
            node: use.node,
            message: 'endless',
            data: { call: `${calleeName(use.node) ?? 'This call'}()`, how: howOf(use) },
            suggest: [add && { message: 'add', data: { code: add.code }, fix: add.fix }],
          });
          return;
        }
        if (lifetime.kind !== 'seconds' || purpose === 'other') return;
        const limit = limits[purpose];
        if (lifetime.seconds <= limit || reported.has(lifetime.node)) return;
        reported.add(lifetime.node);
        const { node } = lifetime;
        const isHere = fileOf(node) === file;
        // A registration's own file reports it.
        if (!isHere && use.row.registered) return;
        const code = `'${purpose === 'access' ? options.maxAccessTokenLifetime : options.maxRefreshTokenLifetime}'`;
        report({
          node: isHere ? node : use.node,
          message: 'long',
          data: {
            what: purpose === 'access' ? 'An access' : 'A refresh',
            lifetime: spell(lifetime.seconds),
            limit: spell(limit),
            hint: purpose === 'access' ? ' and renew it with a refresh token' : '',
          },
          suggest: [
            isHere && node.type === 'Literal'
              ? { message: 'shorten', data: { code }, fix: (fixer) => fixer.replaceText(node, code) }
              : null,
          ],
        });
      },
    };
  },
});

/** A registration that alone decides: its library has no call of its own that is modelled. */
const isWholeRegistration = (use: TokenUse): boolean =>
  use.library.name === 'elysia-jwt' && !/\bexp\b/.test(fileOf(use.node).text);

const isClaimOnly = ({ row }: TokenUse): boolean =>
  (row.expiry ?? []).every((position) => position.endsWith('.exp')) && !row.links;

function howOf(use: TokenUse): string {
  if (use.row.links) return `.${use.row.links.expiry}('15m')`;
  return isClaimOnly(use) ? 'an exp claim' : "expiresIn: '15m'";
}

function findExpiryFix(use: TokenUse, span: string): { readonly code: string; readonly fix: Fix } | null {
  const { row, node } = use;
  if (row.links) {
    const callee = node.callee;
    if (callee.type !== 'MemberExpression') return null;
    const code = `.${row.links.expiry}('${span}')`;
    return { code, fix: (fixer) => fixer.insertTextAfter(callee.object, code) };
  }
  const position = row.expiry?.[0];
  if (position === undefined) return null;
  const seconds = spanOf(span)!;
  const value = isClaimOnly(use)
    ? use.does === 'configure'
      ? `'${span}'`
      : `Math.floor(Date.now() / 1000) + ${seconds}`
    : `'${span}'`;
  const edit = insertion(use, position, value);
  return edit && { code: `${position.split('.').at(-1)!}: ${value}`, fix: edit };
}

function spell(seconds: number): string {
  for (const [size, unit] of [
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
  ] as const)
    if (seconds >= size) {
      const count = Math.round((seconds / size) * 10) / 10;
      return `${count} ${unit}${count === 1 ? '' : 's'}`;
    }
  return `${seconds} seconds`;
}
