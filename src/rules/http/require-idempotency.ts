import { basename } from 'node:path';

import { effectLine } from '../../facts/effects.js';
import { findHarmfulRepeat } from '../../facts/harmful-repeats.js';
import { findOwnMiddleware, handlesKey } from '../../facts/idempotency.js';
import { routesOf } from '../../facts/routes.js';
import { findMiddlewareFix } from '../../fix/middleware.js';
import type { Effect } from '../../model/effect.js';
import { type BackendFile, sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';

export const rule = createRule({
  name: 'require-idempotency',
  area: 'http',
  level: 'warn',
  description: 'require that a repeated request creates, charges and sends only once',
  cwe: [837],
  suggests: true,
  mentions: /post|put|patch|delete|mutation|all|route|fetch|handler|serve|action|resolve/i,
  options: {
    headers: option.strings(
      ['idempotency-key', 'x-idempotency-key'],
      'Names of the request header that carries the key, in lower case.',
    ),
    middleware: option.text(
      '',
      'The name of the middleware, hook or interceptor that handles the key: recognised wherever it stands, and suggested.',
    ),
  },
  messages: {
    repeats:
      '{{route}} {{what}} at {{place}}, and nothing tells a repeat from a new request: when the answer is lost on the way, the client tries again and {{consequence}}. {{remedy}}',
    add: 'Put {{middleware}} before the handler',
  },
  create({ file, options, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    const signs = { headers: options.headers.map((name) => name.toLowerCase()), middleware: options.middleware };
    return {
      Route(route) {
        const effect = findHarmfulRepeat(route);
        if (!effect || handlesKey(route, signs)) return;
        const own = findOwnMiddleware(route, routesOf, signs);
        const fix = findMiddlewareFix(route, own, options.middleware);
        report({
          node: route.at.node,
          loc: route.at.loc,
          message: 'repeats',
          data: {
            route: nameOf(route),
            what: whatOf(effect),
            place: placeOf(effect, file),
            consequence: CONSEQUENCES[effect.kind] ?? 'it happens twice',
            remedy: remedyFor(effect),
          },
          suggest: [fix && { message: 'add', data: { middleware: fix.name }, fix: fix.fix }],
        });
      },
    };
  },
});

const CONSEQUENCES: Readonly<Partial<Record<Effect['kind'], string>>> = {
  charge: 'the money moves twice',
  send: 'the message goes out twice',
  enqueue: 'the job runs twice',
  publish: 'every consumer does it twice',
  create: 'there are two',
  increment: 'it counts twice',
  append: 'it stands there twice',
};

function remedyFor({ kind }: Effect): string {
  const key = 'Answer a known Idempotency-Key with the stored result';
  switch (kind) {
    case 'charge':
      return `${key}, or hand the payment call a key made of the order.`;
    case 'enqueue':
      return `${key}, or give the job an id made of the request.`;
    case 'create':
      return `${key}, or insert under a unique id of the client's and handle the conflict.`;
    default:
      return `${key}.`;
  }
}

/** `POST /orders`, `mutation createOrder`, or the method alone. */
function nameOf({ verb, path }: Route): string {
  const method = verb === 'MUTATION' ? 'Mutation' : verb === 'ALL' ? 'This handler' : verb;
  return path === null || path === '' || path.length > 60
    ? verb === 'ALL'
      ? method
      : `This ${method}`
    : `${method} ${path}`;
}

/** What happens in a base class of the project's is named by the call that leads there. */
function whatOf({ what, site, node }: Effect): string {
  if (site === node || site.type !== 'CallExpression' || !/\(\w+\)$/.test(what)) return what;
  const text = sourceText(site.callee);
  return /^[\w$.?]{1,60}$/.test(text) ? what.replace(/\(\w+\)$/, `(${text.replace(/^this\./, '')})`) : what;
}

const placeOf = (effect: Effect, file: BackendFile): string =>
  effect.file === file ? `line ${effectLine(effect)}` : `${basename(effect.file.path)}:${effectLine(effect)}`;
