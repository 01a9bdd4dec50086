// @complete: require-csrf-protection
import express from 'express';
import session from 'express-session';
import { doubleCsrf } from 'csrf-csrf';
import { openSession, strictSession } from '../src/session-options';
import { transfer } from '../src/bank';

const { doubleCsrfProtection } = doubleCsrf({ getSecret: () => process.env.CSRF_SECRET!, getSessionIdentifier: (req) => req.session.id });

const open = express();
open.use(session(openSession));
open.use(express.urlencoded({ extended: false }));
// bad-cross: require-csrf-protection
open.post('/transfer', async (req, res) => {
  res.json(await transfer((req.session as any).userId, req.body.to, Number(req.body.cents)));
});
// ok: require-csrf-protection
open.get('/balance', (req, res) => res.json({ user: (req.session as any).userId }));

const strict = express();
strict.use(session(strictSession));
strict.use(express.urlencoded({ extended: false }));
// ok-cross: require-csrf-protection -- sameSite strict
strict.post('/transfer', async (req, res) => {
  res.json(await transfer((req.session as any).userId, req.body.to, Number(req.body.cents)));
});

const tokened = express();
tokened.use(session(openSession));
tokened.use(express.urlencoded({ extended: false }));
tokened.use(doubleCsrfProtection);
// ok: require-csrf-protection -- a token is asked for
tokened.post('/transfer', async (req, res) => {
  res.json(await transfer((req.session as any).userId, req.body.to, Number(req.body.cents)));
});

const jsonOnly = express();
jsonOnly.use(session(openSession));
jsonOnly.use(express.json());
// ok: require-csrf-protection -- only JSON is parsed, no CORS
jsonOnly.put('/limit', async (req, res) => {
  res.json(await transfer((req.session as any).userId, req.body.to, 1));
});
export { open, strict, tokened, jsonOnly };
