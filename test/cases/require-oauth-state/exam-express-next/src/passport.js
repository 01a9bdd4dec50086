// @complete: require-oauth-state
'use strict';
const passport = require('passport');
const GitHubStrategy = require('passport-github2').Strategy;
const { Strategy: FacebookStrategy } = require('passport-facebook');
const { facebookOptions, safeFacebookOptions } = require('./options');

const verify = (_access, _refresh, profile, done) => done(null, profile);

passport.use(
  // bad: require-oauth-state
  new GitHubStrategy({ clientID: process.env.GH_ID, clientSecret: process.env.GH_SECRET, callbackURL: '/gh/cb' }, verify),
);

// bad-cross: require-oauth-state
passport.use(new FacebookStrategy(facebookOptions, verify));

// ok-cross: require-oauth-state
passport.use('fb-safe', new FacebookStrategy(safeFacebookOptions, verify));

module.exports = passport;
