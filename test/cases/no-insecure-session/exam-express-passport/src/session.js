// @complete: no-insecure-session
'use strict';
const session = require('express-session');
const { createClient } = require('redis');
const RedisStore = require('connect-redis').default;

const client = createClient({ url: process.env.REDIS_URL });
client.connect().catch(console.error);

exports.goodOptions = {
  name: 'members.sid',
  store: new RedisStore({ client }),
  secret: process.env.SESSION_SECRET,
  resave: false,
  saveUninitialized: false,
  cookie: { maxAge: 8 * 3600 * 1000, httpOnly: true, secure: true, sameSite: 'lax' },
};

exports.memoryOptions = {
  name: 'members.sid',
  secret: process.env.SESSION_SECRET,
  resave: false,
  saveUninitialized: false,
  cookie: { maxAge: 8 * 3600 * 1000, httpOnly: true, secure: true, sameSite: 'lax' },
};

// ok: no-insecure-session
exports.good = session(exports.goodOptions);
