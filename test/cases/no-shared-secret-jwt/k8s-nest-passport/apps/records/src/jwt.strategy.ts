// @complete: no-shared-secret-jwt
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    // bad-cross: no-shared-secret-jwt
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: process.env.JWT_SECRET!,
      algorithms: ['HS256'],
    });
  }

  validate(payload: { sub: string }) {
    return { id: payload.sub };
  }
}

@Injectable()
export class PartnerStrategy extends PassportStrategy(Strategy, 'partner') {
  constructor() {
    // ok: no-shared-secret-jwt
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: process.env.PARTNER_PUBLIC_KEY!,
      algorithms: ['RS256'],
    });
  }

  validate(payload: { sub: string }) {
    return { id: payload.sub };
  }
}

@Injectable()
export class CookieStrategy extends PassportStrategy(Strategy, 'cookie') {
  constructor() {
    // ok-cross: no-shared-secret-jwt -- names no algorithm: another rule's
    super({
      jwtFromRequest: (request) => request?.cookies?.access_token ?? null,
      secretOrKey: process.env.JWT_SECRET!,
    });
  }

  validate(payload: { sub: string }) {
    return { id: payload.sub };
  }
}
