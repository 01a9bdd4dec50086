// @complete: require-jwt-algorithms
'use strict';
const express = require('express');
const passport = require('passport');
const { expressjwt } = require('express-jwt');
const jwks = require('jwks-rsa');
const { Strategy, ExtractJwt } = require('passport-jwt');
const { publicKey } = require('./keys');

const app = express();

// ok: require-jwt-algorithms
app.use('/a', expressjwt({ secret: jwks.expressJwtSecret({ jwksUri: 'https://id.example/jwks.json' }), algorithms: ['RS256'] }));
// bad: require-jwt-algorithms
app.use('/b', expressjwt({ secret: publicKey, algorithms: ['RS256', 'HS256'] }));
// bad: require-jwt-algorithms
passport.use(new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: publicKey }, (claims, done) => done(null, claims)));
// ok: require-jwt-algorithms
passport.use('b', new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: publicKey, algorithms: ['ES256'] }, (claims, done) => done(null, claims)));

module.exports = app;
