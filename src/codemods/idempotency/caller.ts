import type { Target } from '../project/target.js';
import type { CallerSource } from './templates/framework.js';

const ID = '(id|_id|userId|user_id|sub|uid|accountId)';

/** How each framework's code asks for the user, and for a property of its own. */
const FORMS: Readonly<Record<string, { readonly user: RegExp; readonly own: RegExp }>> = {
  express: {
    user: new RegExp(`\\breq(?:uest)?\\)?[?!]?\\.user[?!]?\\.${ID}\\b`, 'g'),
    own: /\breq(?:uest)?\)?[?!]?\.(userId|accountId|tenantId)\b/g,
  },
  fastify: {
    user: new RegExp(`\\breq(?:uest)?\\)?[?!]?\\.user[?!]?\\.${ID}\\b`, 'g'),
    own: /\breq(?:uest)?\)?[?!]?\.(userId|accountId|tenantId)\b/g,
  },
  hono: {
    user: new RegExp(`\\bc(?:tx)?\\.(?:get\\(['"]user['"]\\)|var\\.user)[?!]?\\.${ID}\\b`, 'g'),
    own: /\bc(?:tx)?\.(?:get\(['"]|var\.)(userId|accountId|tenantId)\b/g,
  },
  koa: {
    user: new RegExp(`\\bctx\\.state\\.user[?!]?\\.${ID}\\b`, 'g'),
    own: /\bctx\.state\.(userId|accountId|tenantId)\b/g,
  },
  nest: {
    user: new RegExp(`\\b(?:req|request|user)[?!]?\\.(?:user[?!]?\\.)?${ID}\\b`, 'g'),
    own: /\breq(?:uest)?\.(userId|accountId)\b/g,
  },
};

/** How the project's own code asks who sends a request: what most of it reads. */
export function callerSourceOf(target: Target, framework: string): CallerSource {
  const { user, own } = FORMS[framework]!;
  const byMember = mostFrequent(target, user);
  if (
    byMember !== null &&
    (framework !== 'nest' || target.all.some(({ text }) => /request\.user\b|req\.user\b/.test(text)))
  )
    return { kind: 'user', member: byMember };
  const path = mostFrequent(target, own);
  return path === null ? null : { kind: 'own', path };
}

function mostFrequent(target: Target, pattern: RegExp): string | null {
  const votes = new Map<string, number>();
  for (const { kind, text } of target.all)
    if (kind === 'source')
      for (const [, found] of text.matchAll(pattern)) votes.set(found!, (votes.get(found!) ?? 0) + 1);
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
