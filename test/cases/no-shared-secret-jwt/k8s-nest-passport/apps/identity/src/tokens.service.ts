// @complete: no-shared-secret-jwt
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

@Injectable()
export class TokensService {
  constructor(private readonly jwt: JwtService) {}

  // ok-cross: no-shared-secret-jwt -- the module chose, and is reported
  access(userId: string) {
    return this.jwt.signAsync({ sub: userId });
  }

  // ok: no-shared-secret-jwt -- a key pair
  partner(userId: string) {
    return this.jwt.signAsync({ sub: userId }, { privateKey: process.env.PARTNER_PRIVATE_KEY, algorithm: 'RS256', expiresIn: '5m' });
  }

  // ok-cross: no-shared-secret-jwt -- a secret that only identity knows
  emailLink(email: string) {
    return this.jwt.signAsync({ email }, { secret: process.env.EMAIL_LINK_SECRET, algorithm: 'HS256', expiresIn: '30m' });
  }
}
