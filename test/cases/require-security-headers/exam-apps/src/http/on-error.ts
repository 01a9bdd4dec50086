import type { ErrorRequestHandler } from 'express';

export const onError: ErrorRequestHandler = (err, req, res, next) => {
  req.log.error({ err }, 'failed');
  if (res.headersSent) return next(err);
  res.status(500).json({ error: 'internal' });
};
