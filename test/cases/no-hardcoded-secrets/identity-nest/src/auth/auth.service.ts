// @complete: no-hardcoded-secrets
import { Injectable, UnauthorizedException } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { JwtService } from '@nestjs/jwt';
import { TokenType } from './constants';
import { linkSecret, motto } from './barrel';

@Injectable()
export class AuthService {
  // bad: no-hardcoded-secrets -- a class field
  // fix: no-hardcoded-secrets
  private readonly refreshSecret = 'n0rth-Quay-Barley-18';

  // ok: no-hardcoded-secrets -- the name of a configuration value
  private readonly jwtSecretKey = 'auth.jwtSecret';

  constructor(
    private readonly jwt: JwtService,
    private readonly config: ConfigService,
  ) {}

  issue(userId: string) {
    // ok: no-hardcoded-secrets -- the module holds the secret
    const accessToken = this.jwt.sign({ sub: userId, typ: TokenType.AccessToken });
    // bad: no-hardcoded-secrets
    // fix: no-hardcoded-secrets
    const resetToken = this.jwt.sign({ sub: userId, typ: TokenType.PasswordReset }, { secret: 'Saffron-Gate-7', expiresIn: '10m' });
    return { accessToken, resetToken };
  }

  invite(email: string) {
    // bad-cross: no-hardcoded-secrets -- `motto` is a literal of material.ts, behind a barrel
    return this.jwt.signAsync({ email }, { secret: motto, expiresIn: '2d' });
  }

  link(email: string) {
    // ok-cross: no-hardcoded-secrets -- material.ts reads it from the environment
    return this.jwt.signAsync({ email }, { secret: linkSecret(), expiresIn: '30m' });
  }

  // ok: no-hardcoded-secrets -- the field is reported, not each use
  refresh(userId: string) {
    return this.jwt.sign({ sub: userId }, { secret: this.refreshSecret, expiresIn: '7d' });
  }

  check(token: string) {
    try {
      // ok: no-hardcoded-secrets
      return this.jwt.verify(token, { secret: this.config.getOrThrow(this.jwtSecretKey) });
    } catch {
      // ok: no-hardcoded-secrets -- an error text
      throw new UnauthorizedException({ secret: undefined, message: 'Token is invalid or has expired' });
    }
  }
}
