// @complete: no-hardcoded-secrets
'use strict';

const express = require('express');
const session = require('express-session');
const cookieParser = require('cookie-parser');
const cookieSession = require('cookie-session');
const config = require('./config');
const { SEED_TEXT } = require('./constants');
const payments = require('./payments');

const app = express();
app.use(express.json({ limit: '100kb' }));

// bad: no-hardcoded-secrets
// fix: no-hardcoded-secrets
app.use(cookieParser('orchard Lantern 5521'));

app.use(
  '/admin',
  session({
    name: 'sid',
    // bad: no-hardcoded-secrets
    // fix: no-hardcoded-secrets
    secret: 'tR4verse-the-Harbour',
    resave: false,
    saveUninitialized: false,
    cookie: { secure: true, httpOnly: true, sameSite: 'lax', maxAge: 3_600_000 },
  }),
);

// bad: no-hardcoded-secrets -- keys for rotation, the old one is still a secret
app.use('/kiosk', cookieSession({ name: 'kiosk', keys: ['violet-Kettle-9920', config.kioskKey] }));

// bad-cross: no-hardcoded-secrets -- the literal has a neutral name in another file
app.use('/partner', session({ name: 'partner', secret: SEED_TEXT, resave: false, saveUninitialized: false }));

// ok: no-hardcoded-secrets
app.use('/shop', session({ name: 'shop.sid', secret: config.sessionSecret, resave: false, saveUninitialized: false }));

// ok: no-hardcoded-secrets -- a rotation list from the environment
app.use('/portal', cookieSession({ name: 'portal', keys: (process.env.COOKIE_KEYS ?? '').split(',') }));

app.use('/payments', payments);

app.listen(config.port);
