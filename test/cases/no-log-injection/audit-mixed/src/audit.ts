// @complete: no-log-injection
import express from 'express';
import pino from 'pino';
import winston from 'winston';
import { note } from './note.js';

const app = express();
const json = pino();
const text = winston.createLogger({ format: winston.format.simple(), transports: [new winston.transports.Console()] });

app.post('/a', (req, res) => {
  // bad: no-log-injection
  console.log(`login of ${req.body.user}`);
  // ok: no-log-injection -- JSON
  json.info({ user: req.body.user }, 'login');
  // bad: no-log-injection
  text.info('login of ' + req.body.user);
  // bad-cross: no-log-injection
  note(req.query.reason as string);
  // ok: no-log-injection -- a number
  console.log('page', Number(req.query.page));
  // ok: no-log-injection
  console.log(JSON.stringify(req.body.user));
  res.end();
});

export default app;
