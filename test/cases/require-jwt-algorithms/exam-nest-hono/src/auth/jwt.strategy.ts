// @complete: require-jwt-algorithms
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    // bad: require-jwt-algorithms
    // fix: require-jwt-algorithms
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: process.env.JWT_PUBLIC_KEY!,
    });
  }

  validate(payload: { sub: string }) {
    return { id: payload.sub };
  }
}

@Injectable()
export class PartnerStrategy extends PassportStrategy(Strategy, 'partner') {
  constructor() {
    // ok: require-jwt-algorithms
    super({
      jwtFromRequest: ExtractJwt.fromHeader('x-partner-token'),
      secretOrKey: process.env.PARTNER_PUBLIC_KEY!,
      algorithms: ['RS256'],
    });
  }

  validate(payload: { sub: string }) {
    return { partner: payload.sub };
  }
}
