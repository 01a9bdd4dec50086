// @complete: no-shared-secret-jwt
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { passportJwtSecret } from 'jwks-rsa';
import { ExtractJwt, Strategy } from 'passport-jwt';

@Injectable()
export class Auth0Strategy extends PassportStrategy(Strategy, 'auth0') {
  constructor() {
    // ok: no-shared-secret-jwt
    super({
      secretOrKeyProvider: passportJwtSecret({ cache: true, rateLimit: true, jwksUri: 'https://gym.eu.auth0.com/.well-known/jwks.json' }),
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      audience: 'https://api.gym.example',
      issuer: 'https://gym.eu.auth0.com/',
      algorithms: ['RS256'],
    });
  }

  validate(payload: { sub: string }) {
    return { id: payload.sub };
  }
}
