import type { FrameworkCode } from './framework.js';

export const koa: FrameworkCode = {
  names: ['idempotent'],
  request: 'ctx',
  caller: {
    type: 'Context',
    by: (path) => `ctx.state.${path.join('?.')}`,
    otherwise: `ctx.get('authorization') || ctx.ip`,
  },
  template: ({ store, caller, begin }) => `//ts
import type { Context, Next } from 'koa';
//end
import { begin } from '${store}';
//ts
import type { Work } from '${store}';
//end

/** What of an answer a repeat gets too; cookies and the like are the first request's alone. */
const KEPT_HEADERS = ['content-type', 'content-language', 'location'];

/**
 * Does the work of a request once for each Idempotency-Key
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/): repeats get the answer of the first. While
 * that is at work they get 409, and 422 when the key comes with another body. Without a key a request is served as ever.
 * Stands after what authenticates and what parses the body.
 */
export async function idempotent(ctx«: Context», next«: Next»)«: Promise<void>» {
  const key = ctx.get('Idempotency-Key');
  if (key === '') return next();
  const { body } = ctx.request« as { body?: unknown }»;
  const begun = await begin(${begin(`{
    key,
    caller: callerOf(ctx),
    method: ctx.method,
    path: ctx.path,
    body: [ctx.querystring, body],
  }`)});
  if ('problem' in begun) {
    ctx.status = begun.problem.status;
    if (ctx.status === 409) ctx.set('Retry-After', '1');
    ctx.body = JSON.stringify(begun.problem);
    ctx.type = 'application/problem+json';
    return;
  }
  if ('answer' in begun) {
    ctx.body = begun.answer.body === '' ? null : Buffer.from(begun.answer.body, 'base64');
    ctx.status = begun.answer.status;
    ctx.set({ ...begun.answer.headers, 'Idempotency-Replayed': 'true' });
    return;
  }
  // For handlers that make their effect unique by its \`id\`, or keep the answer in their own transaction.
  ctx.state.idempotency = begun.work;
  try {
    await next();
  } catch (error) {
    // What failed may be tried again with the same key.
    await begun.work.release();
    throw error;
  }
  try {
    await settle(begun.work, ctx);
  } catch (error) {
    // The work is done and its client waits: without the stored answer a repeat would do it again, once the lease is over.
    console.error('The answer to an idempotent request could not be stored', error);
  }
}

${caller}

/** Every answer stands but that of a server in trouble. Answers that stream can't be kept. */
async function settle(work«: Work», ctx«: Context»)«: Promise<void>» {
  const body = bytesOf(ctx.body);
  if (body === null || ctx.status >= 500 || ctx.status === 429) return work.release();
  const headers«: Record<string, string>» = {};
  for (const name of KEPT_HEADERS) {
    const value = ctx.response.get(name);
    if (value !== '') headers[name] = value;
  }
  return work.keep({ status: ctx.status, headers, body: body.toString('base64') });
}

function bytesOf(body«: unknown»)«: Buffer | null» {
  if (body == null) return Buffer.alloc(0);
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  return typeof body === 'object' && 'pipe' in body ? null : Buffer.from(JSON.stringify(body));
}
`,
};
