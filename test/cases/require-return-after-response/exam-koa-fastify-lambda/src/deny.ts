import type { Response } from 'express';

export function deny(res: Response, status = 403) {
  res.status(status).json({ error: 'denied' });
}

export function assertOwner(owner: string, user: string): asserts owner is string {
  if (owner !== user) throw new Error('not the owner');
}
