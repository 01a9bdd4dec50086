// @complete: require-oauth-state
import passport from 'passport';
import { Strategy as GoogleStrategy } from 'passport-google-oauth20';
import { Strategy as GithubStrategy } from 'passport-github2';

passport.use(
  // bad: require-oauth-state
  new GoogleStrategy({ clientID: process.env.GOOGLE_ID!, clientSecret: process.env.GOOGLE_SECRET!, callbackURL: '/auth/google/callback' }, (a, r, profile, done) => done(null, profile)),
);

passport.use(
  // ok: require-oauth-state
  new GithubStrategy({ clientID: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET!, callbackURL: '/auth/github/callback', state: true }, (a: string, r: string, profile: object, done: Function) => done(null, profile)),
);
