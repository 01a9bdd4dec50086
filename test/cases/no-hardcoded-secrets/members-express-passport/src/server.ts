// @complete: no-hardcoded-secrets
import express from 'express';
import session from 'express-session';
import mssql from 'mssql';
import pg from 'pg';
import postgres from 'postgres';
import './strategies.js';

const app = express();

const left = 'Nectar';
const right = 'Bollard';

// bad: no-hardcoded-secrets -- concatenated from constants
function sessions() {
  return session({ name: 'members.sid', secret: left + '-' + right + '-61', resave: false, saveUninitialized: false });
}
app.use(sessions());

// bad: no-hardcoded-secrets -- base64 is no disguise
export const links = session({ name: 'links', secret: Buffer.from('bm90LXNvLXNlY3JldC1hZnRlci1hbGw=', 'base64').toString(), resave: false, saveUninitialized: false });

// ok: no-hardcoded-secrets
export const safe = session({ name: 'safe', secret: [process.env.SESSION_SECRET!, process.env.OLD_SESSION_SECRET!], resave: false, saveUninitialized: false });

// bad: no-hardcoded-secrets
export const sql = postgres('postgres://members:Quince-Harbor-9@db.example.net/members', { max: 10 });

// ok: no-hardcoded-secrets
export const sqlEnv = postgres(process.env.DATABASE_URL!);

export const erp = await mssql.connect({
  server: 'erp.example.net',
  user: 'members',
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  password: 'Saddle-Comet-77',
  database: 'erp',
  options: { encrypt: true },
});

// ok: no-hardcoded-secrets -- IAM makes a password for each connection
export const pool = new pg.Pool({ host: process.env.PGHOST, user: 'members', password: () => rdsToken() });

async function rdsToken(): Promise<string> {
  const { Signer } = await import('./rds-signer.js');
  return new Signer({ hostname: process.env.PGHOST!, port: 5432, username: 'members' }).getAuthToken();
}

app.get('/health', (_req, res) => {
  res.json({ ok: true });
});

// ok: no-hardcoded-secrets -- a request's own secrets
app.post('/login', express.json(), (req, res) => {
  const { password, token } = req.body as { password: string; token: string };
  res.json({ ok: password.length > 0 && token !== 'none' });
});

app.listen(Number(process.env.PORT ?? 3000));
