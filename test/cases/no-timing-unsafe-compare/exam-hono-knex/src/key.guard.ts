// @complete: no-timing-unsafe-compare
import { CanActivate, ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';

@Injectable()
export class KeyGuard implements CanActivate {
  private readonly secret = process.env.INTERNAL_TOKEN!;

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest();
    const header: string | undefined = request.headers.authorization;
    if (!header) throw new UnauthorizedException();
    // bad: no-timing-unsafe-compare
    return header === `Bearer ${this.secret}`;
  }
}
