import { CACHE_MANAGER, type Cache } from '@nestjs/cache-manager';
import { CallHandler, ExecutionContext, Inject, Injectable, NestInterceptor } from '@nestjs/common';
import { Observable, of, tap } from 'rxjs';

@Injectable()
export class IdempotencyKeyInterceptor implements NestInterceptor {
  constructor(@Inject(CACHE_MANAGER) private readonly cache: Cache) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest();
    const header = request.get('Idempotency-Key');
    if (!header || request.method === 'GET') return next.handle();
    const key = `${request.user?.id}:${request.originalUrl}:${header}`;
    const stored = await this.cache.get(key);
    if (stored) return of(stored);
    return next.handle().pipe(tap((body) => this.cache.set(key, body, 24 * 60 * 60 * 1000)));
  }
}
