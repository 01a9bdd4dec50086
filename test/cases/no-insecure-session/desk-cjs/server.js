// @complete: no-insecure-session
const express = require('express');
const session = require('express-session');
const PgStore = require('connect-pg-simple')(session);

const app = express();
// bad: no-insecure-session
app.use(session({ store: new session.MemoryStore(), name: 'desk', secret: process.env.SECRET, resave: false, saveUninitialized: false, cookie: { maxAge: 1000 } }));

const options = { store: new PgStore(), name: 'desk', secret: process.env.SECRET, resave: false, saveUninitialized: false, cookie: { maxAge: 1000 } };
// ok: no-insecure-session
app.use(session(options));
