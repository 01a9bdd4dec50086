// @complete: require-security-headers
import express, { type Express } from 'express';

export function createApp(): Express {
  // bad-cross: require-security-headers
  const app = express();
  app.post('/orders', (req, res) => void res.sendStatus(201));
  return app;
}

export function createAdmin(): Express {
  // ok-cross: require-security-headers
  const admin = express();
  admin.disable('x-powered-by');
  admin.post('/users', (req, res) => void res.sendStatus(201));
  return admin;
}
