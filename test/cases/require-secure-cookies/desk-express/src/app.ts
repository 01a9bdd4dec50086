// @complete: require-secure-cookies
import express from 'express';
import session from 'express-session';
import cookieSession from 'cookie-session';
import { serialize } from 'cookie';
import { loose, strict } from './cookie-options.js';

export const app = express();

// bad: require-secure-cookies
// fix: require-secure-cookies
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));

app.use(
  session({
    secret: process.env.SESSION_SECRET!,
    // ok: require-secure-cookies
    cookie: { secure: process.env.NODE_ENV === 'production', sameSite: 'lax' },
  }),
);

// bad: require-secure-cookies
app.use(cookieSession({ keys: [process.env.COOKIE_KEY!], httpOnly: false, sameSite: 'lax' }));

app.post('/login', (req, res) => {
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  res.cookie('token', req.body.token);
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  res.cookie('refreshToken', req.body.refreshToken, { httpOnly: true, maxAge: 1000 });
  // bad-cross: require-secure-cookies
  res.cookie('sid', req.body.sid, loose);
  // ok-cross: require-secure-cookies
  res.cookie('access_token', req.body.accessToken, strict);
  // ok-cross: require-secure-cookies
  res.cookie('session', req.body.session, { ...strict, maxAge: 1000 });
  // ok: require-secure-cookies
  res.cookie('theme', 'dark');
  // ok: require-secure-cookies
  res.cookie('XSRF-TOKEN', req.body.csrf, { secure: true, sameSite: 'lax' });
  // bad: require-secure-cookies
  res.cookie('auth', req.body.auth, { httpOnly: true, secure: false, sameSite: 'none' });
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  res.setHeader('Set-Cookie', `session_id=${req.body.sid}; Path=/; HttpOnly`);
  // ok: require-secure-cookies
  res.append('Set-Cookie', serialize('sessionId', req.body.sid, { httpOnly: true, secure: true, sameSite: 'lax' }));
  res.end();
});

app.post('/logout', (req, res) => {
  // ok: require-secure-cookies
  res.cookie('token', '', { maxAge: 0 });
  // ok: require-secure-cookies
  res.clearCookie('refreshToken');
  res.end();
});
