// @complete: no-shared-secret-jwt
import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

@Injectable()
export class ServiceTokenGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { token } = context.switchToRpc().getData<{ token: string }>();
    // bad-cross: no-shared-secret-jwt -- names HS again
    const claims = await this.jwt.verifyAsync(token, { secret: process.env.SERVICE_JWT_SECRET, algorithms: ['HS384'] });
    return claims.scope === 'dispatch';
  }
}
