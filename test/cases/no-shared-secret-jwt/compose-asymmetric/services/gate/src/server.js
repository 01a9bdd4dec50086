// @complete: no-shared-secret-jwt
import { createHmac } from 'node:crypto';
import express from 'express';
import jwt from 'jsonwebtoken';

const app = express();
app.use(express.json());

app.post('/token', (req, res) => {
  // ok: no-shared-secret-jwt
  const token = jwt.sign({ sub: req.body.ship }, process.env.JWT_PRIVATE_KEY, { algorithm: 'RS256', keyid: 'gate-1', expiresIn: '10m' });
  res.json({ token });
});

app.post('/notify', async (req, res) => {
  const body = JSON.stringify(req.body);
  // ok: no-shared-secret-jwt -- an HMAC over a webhook is no token
  const signature = createHmac('sha256', process.env.WEBHOOK_SECRET).update(body).digest('hex');
  await fetch('http://cranes:3000/hooks/gate', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-signature': signature },
    signal: AbortSignal.timeout(3000),
  });
  res.status(202).end();
});

app.listen(3000);
