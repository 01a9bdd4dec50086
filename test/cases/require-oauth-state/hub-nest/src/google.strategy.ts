// @complete: require-oauth-state
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-google-oauth20';
import Auth0Strategy from 'passport-auth0';

@Injectable()
export class GoogleStrategy extends PassportStrategy(Strategy, 'google') {
  constructor() {
    // bad: require-oauth-state
    super({ clientID: process.env.GOOGLE_ID!, clientSecret: process.env.GOOGLE_SECRET!, callbackURL: '/google', scope: ['email'] });
  }
}

@Injectable()
export class PkceStrategy extends PassportStrategy(Strategy, 'google-pkce') {
  constructor() {
    // ok: require-oauth-state
    super({ clientID: process.env.GOOGLE_ID!, clientSecret: process.env.GOOGLE_SECRET!, callbackURL: '/google', scope: ['email'], state: true });
  }
}

@Injectable()
export class TenantStrategy extends PassportStrategy(Auth0Strategy, 'auth0') {
  constructor() {
    // ok: require-oauth-state
    super({ domain: 'x.auth0.com', clientID: process.env.AUTH0_ID!, clientSecret: process.env.AUTH0_SECRET!, callbackURL: '/auth0' });
  }
}
