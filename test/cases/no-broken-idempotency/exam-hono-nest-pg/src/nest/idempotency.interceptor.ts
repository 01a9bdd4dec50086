// @complete: no-broken-idempotency
import { CallHandler, ExecutionContext, Inject, Injectable, NestInterceptor } from '@nestjs/common';
import { CACHE_MANAGER } from '@nestjs/cache-manager';
import type { Cache } from 'cache-manager';
import { from, of, switchMap } from 'rxjs';

@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(@Inject(CACHE_MANAGER) private readonly cache: Cache) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const req = context.switchToHttp().getRequest();
    const key = `idem:${req.user.id}:${req.route.path}:${req.headers['idempotency-key']}`;
    // bad: no-broken-idempotency -- get, then set
    const seen = await this.cache.get(key);
    if (seen) return of(seen);
    return next.handle().pipe(switchMap((body) => from(this.cache.set(key, body, 86_400_000).then(() => body))));
  }
}
