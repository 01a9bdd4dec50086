// @complete: valid-error-middleware
import express from 'express';
import { forget, logError, onError, swallow } from './handlers.js';

const app = express();
app.get('/', (req, res) => res.send('ok'));
// ok-cross: valid-error-middleware
app.use(logError);
// ok-cross: valid-error-middleware
app.use(onError);

const second = express();
// bad: valid-error-middleware
// fix: valid-error-middleware
second.use((err, req, res) => {
  console.error(err);
  res.status(500).json({ error: 'internal' });
});
second.use(swallow);
second.use(forget);

// ok: valid-error-middleware -- an ordinary middleware
second.use((req, res, next) => {
  res.locals.start = Date.now();
  next();
});

class Errors {
  // ok: valid-error-middleware
  handle = (err: Error, req: express.Request, res: express.Response, next: express.NextFunction) => {
    if (res.headersSent) return next(err);
    res.sendStatus(500);
  };
}
app.use(new Errors().handle);
export { app, second };
