// @complete: no-unverified-jwt
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // bad: no-unverified-jwt
      ignoreExpiration: true,
      secretOrKey: process.env.JWT_SECRET!,
    });
  }
}

@Injectable()
export class StrictStrategy extends PassportStrategy(Strategy, 'strict') {
  constructor() {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // ok: no-unverified-jwt
      ignoreExpiration: false,
      secretOrKey: process.env.JWT_SECRET!,
    });
  }
}
