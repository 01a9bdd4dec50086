import type { FrameworkCode } from './framework.js';

export const hono: FrameworkCode = {
  names: ['idempotent'],
  request: 'c',
  caller: {
    type: 'Context',
    by: ([first, ...rest]) => [`c.get('${first!}')`, ...rest].join('?.'),
    otherwise: `c.req.header('authorization') ?? ''`,
  },
  template: ({ store, caller, begin }) => `//ts
import type { Context, MiddlewareHandler } from 'hono';
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
 * Stands after what authenticates.
 */
export const idempotent«: MiddlewareHandler» = async (c, next) => {
  const key = c.req.header('Idempotency-Key');
  if (key === undefined) return next();
  const body = [c.req.query(), await c.req.text()];
  const begun = await begin(${begin(`{
    key,
    caller: callerOf(c),
    method: c.req.method,
    path: c.req.path,
    body,
  }`)});
  if ('problem' in begun) {
    const { problem } = begun;
    const headers = { 'content-type': 'application/problem+json', ...(problem.status === 409 && { 'retry-after': '1' }) };
    return c.body(JSON.stringify(problem), problem.status, headers);
  }
  if ('answer' in begun) {
    const { status, headers, body: answer } = begun.answer;
    const bytes = answer === '' ? null : Buffer.from(answer, 'base64');
    return new Response(bytes, { status, headers: { ...headers, 'idempotency-replayed': 'true' } });
  }
  // For handlers that make their effect unique by its \`id\`, or keep the answer in their own transaction.
  c.set('idempotency', begun.work);
  // What the handler throws is an answer by now: Hono has asked \`onError\`.
  await next();
  try {
    await settle(begun.work, c.res);
  } catch (error) {
    // The work is done and its client waits: without the stored answer a repeat would do it again, once the lease is over.
    console.error('The answer to an idempotent request could not be stored', error);
  }
};

${caller}

/** What failed may be tried again with the same key; every other answer stands. */
async function settle(work«: Work», response«: Response»)«: Promise<void>» {
  if (response.status >= 500 || response.status === 429) return work.release();
  const headers«: Record<string, string>» = {};
  for (const name of KEPT_HEADERS) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  const body = Buffer.from(await response.clone().arrayBuffer());
  return work.keep({ status: response.status, headers, body: body.toString('base64') });
}
`,
};
