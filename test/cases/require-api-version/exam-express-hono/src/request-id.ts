import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

export const requestId: RequestHandler = (req, res, next) => {
  (req as any).id = req.get('x-request-id') ?? randomUUID();
  res.setHeader('x-request-id', (req as any).id);
  next();
};
