// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import {
  BadRequestException,
  CallHandler,
  ConflictException,
  ExecutionContext,
  Injectable,
  NestInterceptor,
} from '@nestjs/common';
import { Prisma } from '@prisma/client';
import { Observable, catchError, from, of, switchMap, throwError } from 'rxjs';
import type { AuthenticatedRequest } from '../auth/auth.guard';
import { PrismaService } from '../prisma/prisma.service';

const DAY = 24 * 60 * 60 * 1000;

/** Runs a request once per caller, route and Idempotency-Key; repeats get the first answer. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly prisma: PrismaService) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const header = request.get('idempotency-key');
    if (!header) throw new BadRequestException('Send an Idempotency-Key');
    const key = `${request.user.id}:${request.method}:${request.path}:${header}`;

    await this.prisma.idempotencyKey.deleteMany({ where: { key, expiresAt: { lt: new Date() } } });
    const { count } = await this.prisma.idempotencyKey.createMany({
      data: [{ key, expiresAt: new Date(Date.now() + DAY) }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const first = await this.prisma.idempotencyKey.findUnique({ where: { key } });
      if (!first?.status) throw new ConflictException('The first request is still running');
      return of(first.body);
    }

    return next.handle().pipe(
      switchMap(async (body: unknown) => {
        await this.prisma.idempotencyKey.update({ where: { key }, data: { status: 201, body: body as Prisma.InputJsonValue } });
        return body;
      }),
      catchError((error: unknown) =>
        from(this.prisma.idempotencyKey.delete({ where: { key } })).pipe(switchMap(() => throwError(() => error))),
      ),
    );
  }
}
