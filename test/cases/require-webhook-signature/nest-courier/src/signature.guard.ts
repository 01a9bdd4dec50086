import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';

@Injectable()
export class CourierGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest();
    const expected = createHmac('sha256', process.env.COURIER_SECRET!).update(request.rawBody).digest();
    const given = Buffer.from(request.headers['x-courier-signature'], 'hex');
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
