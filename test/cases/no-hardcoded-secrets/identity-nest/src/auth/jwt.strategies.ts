// @complete: no-hardcoded-secrets
import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';

@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(config: ConfigService) {
    // ok: no-hardcoded-secrets
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: config.getOrThrow<string>('auth.jwtSecret'),
      algorithms: ['HS256'],
    });
  }

  validate(payload: { sub: string }) {
    return { id: payload.sub };
  }
}

@Injectable()
export class ServiceTokenStrategy extends PassportStrategy(Strategy, 'service') {
  constructor() {
    super({
      jwtFromRequest: ExtractJwt.fromHeader('x-service-token'),
      // bad: no-hardcoded-secrets
      // fix: no-hardcoded-secrets
      secretOrKey: 'blue-Anvil-under-Ash',
      algorithms: ['HS256'],
    });
  }

  validate(payload: { sub: string }) {
    return { service: payload.sub };
  }
}
