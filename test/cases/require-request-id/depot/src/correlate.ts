import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export function correlate(req: Request, res: Response, next: NextFunction) {
  res.setHeader('X-Request-Id', req.get('x-request-id') ?? randomUUID());
  next();
}
