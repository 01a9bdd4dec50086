// @complete: no-shared-secret-jwt
import express from 'express';
import jwt from 'jsonwebtoken';
import { forLedger, forNotifications } from './service-token.js';

const app = express();

app.use((req, res, next) => {
  const token = req.headers.authorization?.replace(/^Bearer /, '');
  try {
    // bad: no-shared-secret-jwt -- another service issues it
    req.caller = jwt.verify(token, process.env.INTERNAL_JWT_SECRET, {
      algorithms: ['HS256'],
      issuer: 'identity-service',
      audience: 'invoice-service',
    });
    next();
  } catch {
    res.status(401).end();
  }
});

app.post('/invoices', express.json(), async (req, res) => {
  res.status(202).json({ ledger: forLedger(), notify: await forNotifications() });
});

app.listen(3000);
