import { typedPath, type FrameworkCode } from './framework.js';

export const express: FrameworkCode = {
  names: ['idempotent'],
  request: 'req',
  caller: {
    type: 'Request',
    by: (path) => typedPath('req', 'Request', path),
    otherwise: `req.get('authorization') ?? req.ip ?? ''`,
  },
  template: ({ store, caller, begin }) => `//ts
import type { NextFunction, Request, Response } from 'express';
//end
import { begin } from '${store}';
//ts
import type { Answer, Problem, Work } from '${store}';
//end

/** What of an answer a repeat gets too; cookies and the like are the first request's alone. */
const KEPT_HEADERS = ['content-type', 'content-language', 'location'];

/**
 * Does the work of a request once for each Idempotency-Key
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/): repeats get the answer of the first. While
 * that is at work they get 409, and 422 when the key comes with another body. Without a key a request is served as ever.
 * Stands after what authenticates and what parses the body.
 */
export async function idempotent(req«: Request», res«: Response», next«: NextFunction»)«: Promise<void>» {
  const key = req.get('Idempotency-Key');
  if (key === undefined) {
    next();
    return;
  }
  try {
    const begun = await begin(${begin(`{
      key,
      caller: callerOf(req),
      method: req.method,
      path: req.baseUrl + req.path,
      body: [req.query, req.body],
    }`)});
    if ('problem' in begun) return refuse(res, begun.problem);
    if ('answer' in begun) return replay(res, begun.answer);
    // For handlers that make their effect unique by its \`id\`, or keep the answer in their own transaction.
    res.locals.idempotency = begun.work;
    keepAnswer(res, begun.work);
  } catch (error) {
    // With no store to ask nothing is done: a client may repeat that.
    next(error);
    return;
  }
  next();
}

${caller}

function refuse(res«: Response», problem«: Problem»)«: void» {
  if (problem.status === 409) res.set('Retry-After', '1');
  res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

function replay(res«: Response», { status, headers, body }«: Answer»)«: void» {
  res.status(status).set(headers).set('Idempotency-Replayed', 'true').send(Buffer.from(body, 'base64'));
}

/** Keeps what the handler answers, before it is sent: whoever has seen an answer once gets it again. */
function keepAnswer(res«: Response», work«: Work»)«: void» {
  const chunks«: Buffer[]» = [];
  const collect = (chunk«: unknown», encoding«: unknown»)«: void» => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? «(»encoding« as BufferEncoding)» : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const write = res.write.bind(res)« as (...args: unknown[]) => boolean»;
  const end = res.end.bind(res)« as (...args: unknown[]) => Response»;
  res.write = «(»(...args«: unknown[]») => {
    collect(args[0], args[1]);
    return write(...args);
  }«) as Response['write']»;
  res.end = «(»(...args«: unknown[]») => {
    collect(args[0], args[1]);
    // Express may end an answer again when this fails.
    res.end = end« as Response['end']»;
    settle(res, work, Buffer.concat(chunks))
      // The work is done and its client waits: without the stored answer a repeat would do it again, once the lease is over.
      .catch((error«: unknown») => console.error('The answer to an idempotent request could not be stored', error))
      .finally(() => end(...args));
    return res;
  }«) as Response['end']»;
}

/** What failed may be tried again with the same key; every other answer stands. */
async function settle(res«: Response», work«: Work», body«: Buffer»)«: Promise<void>» {
  if (res.statusCode >= 500 || res.statusCode === 429) return work.release();
  const headers«: Record<string, string>» = {};
  for (const name of KEPT_HEADERS) {
    const value = res.get(name);
    if (value !== undefined) headers[name] = value;
  }
  return work.keep({ status: res.statusCode, headers, body: body.toString('base64') });
}
`,
};
