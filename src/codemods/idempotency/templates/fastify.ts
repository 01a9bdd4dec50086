import { typedPath, type FrameworkCode } from './framework.js';

export const fastify: FrameworkCode = {
  names: ['claimIdempotencyKey', 'keepIdempotentAnswer'],
  request: 'request',
  caller: {
    type: 'FastifyRequest',
    by: (path) => typedPath('request', 'FastifyRequest', path),
    otherwise: 'request.headers.authorization ?? request.ip',
  },
  template: ({ store, caller, begin }) => `//ts
import type { FastifyReply, FastifyRequest } from 'fastify';
//end
import { begin } from '${store}';
//ts
import type { Work } from '${store}';
//end

/** What of an answer a repeat gets too; cookies and the like are the first request's alone. */
const KEPT_HEADERS = ['content-type', 'content-language', 'location'];

/** The work of each request that is the first with its key. */
const works = new WeakMap«<FastifyRequest, Work>»();

/** For handlers that make their effect unique by its \`id\`, or keep the answer in their own transaction. */
export const workOf = (request«: FastifyRequest»)«: Work | undefined» => works.get(request);

/**
 * As \`preHandler\` of a route, after what authenticates: does the work of a request once for each Idempotency-Key
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/). Repeats get the answer of the first; while
 * that is at work they get 409, and 422 when the key comes with another body. Without a key a request is served as ever.
 */
export async function claimIdempotencyKey(request«: FastifyRequest», reply«: FastifyReply»)«: Promise<unknown>» {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return;
  const path = request.url.split('?')[0]«!»;
  const begun = await begin(${begin(`{
    key,
    caller: callerOf(request),
    method: request.method,
    path,
    body: [request.query, request.body],
  }`)});
  if ('problem' in begun) {
    const { problem } = begun;
    if (problem.status === 409) reply.header('retry-after', '1');
    return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
  if ('answer' in begun) {
    const { status, headers, body } = begun.answer;
    return reply.code(status).headers(headers).header('idempotency-replayed', 'true').send(Buffer.from(body, 'base64'));
  }
  works.set(request, begun.work);
}

/** As \`onSend\` of the same route: keeps what the handler answers, before it is sent. */
export async function keepIdempotentAnswer(request«: FastifyRequest», reply«: FastifyReply», payload«: unknown»)«: Promise<unknown>» {
  const work = works.get(request);
  if (!work) return payload;
  works.delete(request);
  try {
    await settle(work, reply, payload);
  } catch (error) {
    // The work is done and its client waits: without the stored answer a repeat would do it again, once the lease is over.
    request.log.error(error, 'The answer to an idempotent request could not be stored');
  }
  return payload;
}

${caller}

/** What failed may be tried again with the same key; every other answer stands. Answers that stream can't be kept. */
async function settle(work«: Work», reply«: FastifyReply», payload«: unknown»)«: Promise<void>» {
  const isKept = payload == null || typeof payload === 'string' || payload instanceof Uint8Array;
  if (!isKept || reply.statusCode >= 500 || reply.statusCode === 429) return work.release();
  const headers«: Record<string, string>» = {};
  for (const name of KEPT_HEADERS) {
    const value = reply.getHeader(name);
    if (value !== undefined) headers[name] = String(value);
  }
  return work.keep({ status: reply.statusCode, headers, body: Buffer.from(payload ?? '').toString('base64') });
}

`,
};
