// @complete: require-oauth-state
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-google-oauth20';
import passport from 'passport';
import OAuth2Strategy from 'passport-oauth2';

@Injectable()
export class GoogleStrategy extends PassportStrategy(Strategy, 'google') {
  constructor() {
    // bad: require-oauth-state
    super({ clientID: process.env.GOOGLE_ID!, clientSecret: process.env.GOOGLE_SECRET!, callbackURL: '/auth/google/cb', scope: ['email'] });
  }
}

@Injectable()
export class SafeGoogleStrategy extends PassportStrategy(Strategy, 'google-safe') {
  constructor() {
    // ok: require-oauth-state
    super({ clientID: process.env.GOOGLE_ID!, clientSecret: process.env.GOOGLE_SECRET!, callbackURL: '/auth/google/cb', scope: ['email'], state: true });
  }
}

passport.use(
  'pkce',
  // ok: require-oauth-state
  new OAuth2Strategy({ authorizationURL: 'https://id.example/authorize', tokenURL: 'https://id.example/token', clientID: process.env.ID!, clientSecret: process.env.SECRET!, callbackURL: '/cb', pkce: true, state: true }, (_a: string, _r: string, profile: unknown, done: Function) => done(null, profile)),
);

passport.use(
  'plain',
  // bad: require-oauth-state
  new OAuth2Strategy({ authorizationURL: 'https://id.example/authorize', tokenURL: 'https://id.example/token', clientID: process.env.ID!, clientSecret: process.env.SECRET!, callbackURL: '/cb' }, (_a: string, _r: string, profile: unknown, done: Function) => done(null, profile)),
);
