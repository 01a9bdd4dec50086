import express from 'express';
import session from 'express-session';
import jwt from 'jsonwebtoken';

const app = express();
// bad: no-secret-fallback
// fix: no-secret-fallback
app.use(session({ secret: process.env.SESSION_SECRET ?? '' }));
app.get('/token', (req, res) => {
  // bad: no-secret-fallback
  // fix: no-secret-fallback
  res.json(jwt.sign({ sub: 1 }, process.env.TOKEN_SECRET || 'secret', { expiresIn: '15m' }));
});
// ok: no-secret-fallback
export const password = process.env.SMTP_PASSWORD ?? '';
// ok: no-secret-fallback
export const dsn = process.env.DATABASE_URL || 'postgres://localhost:5432/app';
