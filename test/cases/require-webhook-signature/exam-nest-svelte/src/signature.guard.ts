import { CanActivate, ExecutionContext, Injectable, RawBodyRequest } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

@Injectable()
export class PaddleGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<RawBodyRequest<Request>>();
    const expected = createHmac('sha256', process.env.PADDLE_SECRET!).update(request.rawBody!).digest();
    const given = Buffer.from(String(request.headers['paddle-signature']), 'hex');
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
