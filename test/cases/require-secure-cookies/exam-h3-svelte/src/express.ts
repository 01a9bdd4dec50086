// @complete: require-secure-cookies
import express from 'express';
import session from 'express-session';
import cookieSession from 'cookie-session';
import { createSession } from './sessions';

export const app = express();

app.use(
  session({
    secret: process.env.SESSION_SECRET!,
    resave: false,
    saveUninitialized: false,
    // bad: require-secure-cookies
    // fix: require-secure-cookies
    cookie: { maxAge: 3600_000 },
  }),
);

app.use(
  session({
    name: 'admin.sid',
    secret: process.env.SESSION_SECRET!,
    resave: false,
    saveUninitialized: false,
    // ok: require-secure-cookies
    cookie: { maxAge: 3600_000, httpOnly: true, secure: process.env.NODE_ENV === 'production', sameSite: 'lax' },
  }),
);

// bad: require-secure-cookies
app.use(cookieSession({ name: 'session', keys: [process.env.COOKIE_KEY!], maxAge: 3600_000 }));

function setToken(res: express.Response, token: string) {
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  res.cookie('jwt', token, { httpOnly: true });
}

app.post('/login', async (req, res) => {
  const s = await createSession(req.body.email, req.body.password);
  setToken(res, s.accessToken);
  const options: express.CookieOptions = { httpOnly: true, maxAge: 900_000 };
  options.secure = true;
  options.sameSite = 'lax';
  // ok: require-secure-cookies
  res.cookie('access_token', s.accessToken, options);
  // ok: require-secure-cookies
  res.cookie('locale', req.body.locale);
  res.status(204).end();
});
