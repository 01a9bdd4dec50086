import type { Target } from '../project/target.js';
import type { CallerSource } from './templates/framework.js';

const ID = '(?:id|_id|userId|user_id|sub|uid|accountId)';
const HOLDER = '(?:(?:user|auth|account)[?!]?\\.(?:(?:user|payload)[?!]?\\.)?)';
const OWN = '(?:userId|accountId|tenantId)';

/** How each framework's code asks for the caller: the path from its request, in the first group. */
const FORMS: Readonly<Record<string, RegExp>> = {
  express: new RegExp(`\\breq(?:uest)?\\)?[?!]?\\.(${HOLDER}${ID}|${OWN})\\b`, 'g'),
  fastify: new RegExp(`\\breq(?:uest)?\\)?[?!]?\\.(${HOLDER}${ID}|${OWN})\\b`, 'g'),
  hono: new RegExp(`\\bc(?:tx)?\\.(?:var\\.|get\\(['"])((?:user|jwtPayload)['")]*[?!]?\\.${ID}|${OWN})\\b`, 'g'),
  koa: new RegExp(`\\bctx\\.state\\.(${HOLDER}${ID}|${OWN})\\b`, 'g'),
  nest: new RegExp(`\\breq(?:uest)?[?!]?\\.(${HOLDER}${ID}|${OWN})\\b`, 'g'),
};

/** How the project's own code asks who sends a request: what most of it reads; null where nothing does. */
export function callerSourceOf(target: Target, framework: string): CallerSource {
  const votes = new Map<string, number>();
  for (const { kind, text } of target.all) {
    if (kind !== 'source') continue;
    for (const [, found] of text.matchAll(FORMS[framework]!)) {
      const path = found!.replaceAll(/[?!'")]/g, '');
      votes.set(path, (votes.get(path) ?? 0) + 1);
    }
  }
  const [most] = [...votes].sort((a, b) => b[1] - a[1]);
  return most ? most[0].split('.') : null;
}
