import type { NextFunction, Request, Response } from 'express';
import { redis } from './clients.js';

const DAY = 24 * 60 * 60;

/** Answers a repeated request with the stored answer of the first one. */
export async function idempotent(req: Request, res: Response, next: NextFunction) {
  const header = req.get('Idempotency-Key');
  if (!header) return res.status(400).json({ title: 'Idempotency-Key is required' });
  const key = `idem:${req.method}:${req.baseUrl}${req.path}:${res.locals.userId}:${header}`;
  const first = await redis.set(key, JSON.stringify({ state: 'running' }), 'EX', DAY, 'NX');
  if (!first) {
    const stored = JSON.parse((await redis.get(key)) ?? '{}');
    if (stored.state === 'running') return res.status(409).json({ title: 'Still running' });
    return res.status(stored.status).json(stored.body);
  }
  const json = res.json.bind(res);
  res.json = (body) => {
    void redis.set(key, JSON.stringify({ state: 'done', status: res.statusCode, body }), 'EX', DAY);
    return json(body);
  };
  return next();
}
