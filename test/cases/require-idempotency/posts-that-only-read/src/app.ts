// @complete: require-idempotency -- nothing here makes a second thing of a repeat
import bcrypt from 'bcryptjs';
import express from 'express';
import { jwtVerify, SignJWT } from 'jose';
import { cachedRates, findByCodes, log, pool } from './services.js';

const app = express();
const secret = new TextEncoder().encode(process.env.JWT_SECRET);
app.use(express.json());

// ok-cross: require-idempotency
app.post('/products/search', async (req, res) => {
  res.json(await findByCodes(req.body.codes));
});

// ok-cross: require-idempotency -- fills a cache, as a GET would
app.post('/rates/batch', async (req, res) => {
  res.json(await cachedRates(req.body.currencies));
});

// ok: require-idempotency
app.post('/login', async (req, res) => {
  const [rows] = await pool.query('SELECT id, hash FROM users WHERE email = ?', [String(req.body.email)]);
  const [user] = rows as { id: string; hash: string }[];
  if (!user || !(await bcrypt.compare(String(req.body.password), user.hash))) return res.sendStatus(401);
  await pool.query('INSERT INTO logins (user_id) VALUES (?)', [user.id]);
  const token = await new SignJWT({ sub: user.id }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('15m').sign(secret);
  return res.json({ token });
});

// ok: require-idempotency
app.post('/token/introspect', async (req, res) => {
  const { payload } = await jwtVerify(String(req.body.token), secret);
  res.json(payload);
});

// ok: require-idempotency
app.post('/addresses/validate', (req, res) => {
  const { postcode } = req.body;
  res.json({ valid: /^\d{4}$/.test(postcode) });
});

// ok: require-idempotency
app.post('/invoices/preview', (req, res) => {
  const lines: { cents: number }[] = req.body.lines;
  log.info({ lines: lines.length }, 'invoice previewed');
  res.json({ cents: lines.reduce((sum, line) => sum + line.cents, 0) });
});

// ok: require-idempotency
app.get('/health', (_req, res) => res.json({ ok: true }));

export default app;
