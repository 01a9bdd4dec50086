// @complete: require-jwt-algorithms
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

@Injectable()
export class TokenService {
  constructor(private readonly jwt: JwtService) {}

  async check(token: string) {
    // ok-cross: require-jwt-algorithms
    return this.jwt.verifyAsync(token);
  }

  async checkMixed(token: string) {
    // bad: require-jwt-algorithms
    return this.jwt.verifyAsync(token, { algorithms: ['ES256', 'HS256'] });
  }
}
