import { typedPath, type FrameworkCode } from './framework.js';

export const nest: FrameworkCode = {
  names: ['IdempotencyInterceptor'],
  request: 'request',
  caller: {
    type: 'HttpRequest',
    by: (path) => typedPath('request', 'HttpRequest', path),
    otherwise: `request.headers.authorization ?? request.ip ?? ''`,
  },
  template: ({ store, caller, begin }) => `import { HttpException, Injectable, Logger } from '@nestjs/common';
//ts
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
//end
import { from, mergeMap, catchError, of } from 'rxjs';
//ts
import type { Observable } from 'rxjs';
//end
import { begin } from '${store}';

//ts
/** What the platforms of Nest have in common. */
interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly ip?: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly user?: Readonly<Record<string, unknown>>;
  /** The work that is done once, for handlers that make their effect unique by its \`id\`. */
  idempotency?: unknown;
}

interface HttpResponse {
  readonly statusCode: number;
  status(code: number): unknown;
  header(name: string, value: string): unknown;
}

//end
/**
 * Does the work of a request once for each Idempotency-Key
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/): repeats get the answer of the first. While
 * that is at work they get 409, and 422 when the key comes with another body. Without a key a request is served as ever.
 * What a handler throws is not kept: it may be tried again with the same key.
 */
@Injectable()
export class IdempotencyInterceptor«  implements NestInterceptor» {
  «private readonly »logger = new Logger('Idempotency');
INJECTED
  async intercept(context«: ExecutionContext», next«: CallHandler»)«: Promise<Observable<unknown>>» {
    const request = context.switchToHttp().getRequest«<HttpRequest>»();
    const response = context.switchToHttp().getResponse«<HttpResponse>»();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return next.handle();
    const { method, body } = request;
    const [path, query] = request.url.split('?');
    const begun = await begin(${begin(`{
      key,
      caller: callerOf(request),
      method,
      path: path« ?? ''»,
      body: [query, body],
    }`)});
    if ('problem' in begun) {
      if (begun.problem.status === 409) response.header('Retry-After', '1');
      throw new HttpException(begun.problem, begun.problem.status);
    }
    if ('answer' in begun) {
      response.status(begun.answer.status);
      response.header('Idempotency-Replayed', 'true');
      return of(JSON.parse(Buffer.from(begun.answer.body, 'base64').toString()));
    }
    const { work } = begun;
    request.idempotency = work;
    return next.handle().pipe(
      catchError((error«: unknown») =>
        from(work.release()).pipe(
          mergeMap(() => {
            throw error;
          }),
        ),
      ),
      mergeMap(async (value«: unknown») => {
        const answer = Buffer.from(JSON.stringify(value ?? null)).toString('base64');
        // The work is done and its client waits: without the stored answer a repeat would do it again, once the lease is over.
        await work
          .keep({ status: response.statusCode, headers: {}, body: answer })
          .catch((error«: unknown») => this.logger.error('The answer to an idempotent request could not be stored', error));
        return value;
      }),
    );
  }
}

${caller}
`,
};
