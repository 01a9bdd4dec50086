// @complete: valid-error-middleware
import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import pino from 'pino';

const log = pino();

// ok: valid-error-middleware
export const onError: ErrorRequestHandler = (err, _req, res, _next) => {
  log.error({ err }, 'failed');
  res.status(500).json({ error: 'internal' });
};

// ok: valid-error-middleware -- passes on
export function logError(err: Error, req: Request, res: Response, next: NextFunction) {
  log.error({ err, url: req.url }, 'failed');
  next(err);
}

// bad: valid-error-middleware -- neither answers nor passes on
export function swallow(err: Error, req: Request, res: Response, next: NextFunction) {
  log.error({ err }, 'failed');
}

// bad: valid-error-middleware -- next() without the error carries on as if nothing had happened
export function forget(err: Error, req: Request, res: Response, next: NextFunction) {
  log.warn({ err }, 'ignored');
  next();
}
