import { applyDecorators, CallHandler, ExecutionContext, Injectable, NestInterceptor, UseInterceptors } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { Observable, of, tap } from 'rxjs';
import { PrismaService } from './prisma.service';

@Injectable()
class GqlIdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly prisma: PrismaService) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { req } = GqlExecutionContext.create(context).getContext();
    const key = `${req.user.id}:${context.getHandler().name}:${req.headers['x-idempotency-key']}`;
    const fresh = await this.prisma.answer.createMany({ data: [{ key, expiresAt: new Date(Date.now() + 864e5) }], skipDuplicates: true });
    if (fresh.count === 0) return of((await this.prisma.answer.findUniqueOrThrow({ where: { key } })).body);
    return next.handle().pipe(tap((body) => this.prisma.answer.update({ where: { key }, data: { body } })));
  }
}

export const Idempotent = () => applyDecorators(UseInterceptors(GqlIdempotencyInterceptor));
