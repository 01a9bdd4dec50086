// @complete: no-insecure-session
import express from 'express';
import session from 'express-session';
import { RedisStore } from 'connect-redis';
import { sessionOptions } from './store.js';

export const app = express();
// bad: no-insecure-session
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));

app.use(
  session({
    store: new RedisStore({ client: {} }),
    name: 'forum',
    secret: process.env.SESSION_SECRET!,
    resave: false,
    // bad: no-insecure-session
    saveUninitialized: true,
    cookie: { maxAge: 3_600_000, secure: true, sameSite: 'lax' },
  }),
);

// ok-cross: no-insecure-session
app.use(session(sessionOptions));

// ok-cross: no-insecure-session
app.use('/admin', session({ ...sessionOptions, name: 'forum-admin' }));
