// @complete: no-hardcoded-secrets
import passport from 'passport';
import { Strategy as FacebookStrategy } from 'passport-facebook';
import { Strategy as GitHubStrategy } from 'passport-github2';
import OAuth2Strategy from 'passport-oauth2';
import { clients } from './clients.js';

passport.use(
  new GitHubStrategy(
    {
      clientID: '8e41b7d0c2f95a6331fe',
      // bad: no-hardcoded-secrets
      // fix: no-hardcoded-secrets
      clientSecret: '3f9a0c71be64d825f0e1937ab5c8d6427e10fb93',
      callbackURL: 'https://members.example.net/auth/github/callback',
    },
    (_access: string, _refresh: string, profile: { id: string }, done: (e: unknown, u?: unknown) => void) => done(null, { id: profile.id }),
  ),
);

passport.use(
  new FacebookStrategy(
    {
      clientID: process.env.FACEBOOK_APP_ID!,
      // ok: no-hardcoded-secrets
      clientSecret: process.env.FACEBOOK_APP_SECRET!,
      callbackURL: '/auth/facebook/callback',
      state: true,
    },
    (_access, _refresh, profile, done) => done(null, { id: profile.id }),
  ),
);

passport.use(
  'club',
  new OAuth2Strategy(
    {
      authorizationURL: 'https://id.club.example/oauth/authorize',
      tokenURL: 'https://id.club.example/oauth/token',
      clientID: 'members',
      // bad-cross: no-hardcoded-secrets -- clients.club holds a literal
      clientSecret: clients.club,
      // ok-cross: no-hardcoded-secrets -- a path
      callbackURL: clients.callback,
      state: true,
      pkce: true,
    },
    (_access: string, _refresh: string, _profile: unknown, done: (e: unknown, u?: unknown) => void) => done(null, {}),
  ),
);
