// @complete: require-jwt-expiry
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

@Injectable()
export class AuthService {
  constructor(private readonly jwt: JwtService) {}

  login(user: { id: string; role: string }) {
    const payload = { sub: user.id, role: user.role };
    // bad-cross: require-jwt-expiry
    // fix: require-jwt-expiry
    return { access_token: this.jwt.sign(payload) };
  }
}
