// @complete: no-insecure-session
'use strict';
const express = require('express');
const session = require('express-session');
const pgSession = require('connect-pg-simple')(session);
const { goodOptions, memoryOptions } = require('./session');

const app = express();

// ok-cross: no-insecure-session
app.use('/a', session(goodOptions));

// bad-cross: no-insecure-session -- no store: MemoryStore
app.use('/b', session(memoryOptions));

app.use(
  '/c',
  // bad: no-insecure-session -- store, name, cookie: nothing is given
  session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }),
);

app.use(
  '/d',
  session({
    name: 'd.sid',
    store: new pgSession({ conString: process.env.DATABASE_URL }),
    secret: process.env.SESSION_SECRET,
    resave: false,
    // bad: no-insecure-session
    saveUninitialized: true,
    cookie: { maxAge: 3600000, secure: true, httpOnly: true, sameSite: 'lax' },
  }),
);

app.use(
  '/e',
  // bad: no-insecure-session -- lives as long as the browser and the store let it
  session({
    name: 'e.sid',
    store: new pgSession({ conString: process.env.DATABASE_URL }),
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { secure: true, httpOnly: true, sameSite: 'lax' },
  }),
);

app.use(
  '/f',
  // bad: no-insecure-session -- default name connect.sid
  session({
    store: new pgSession({ conString: process.env.DATABASE_URL }),
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { maxAge: 3600000, secure: true, httpOnly: true, sameSite: 'lax' },
  }),
);

app.use(
  '/g',
  // ok: no-insecure-session
  session({
    name: 'g.sid',
    store: new pgSession({ conString: process.env.DATABASE_URL }),
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { maxAge: 3600000, secure: true, httpOnly: true, sameSite: 'lax' },
  }),
);

app.use('/auth', require('./login'));
module.exports = app;
