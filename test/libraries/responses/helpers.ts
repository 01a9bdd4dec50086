import type { Response } from 'express';

export const fail = (res: Response, status: number, message: string) => res.status(status).json({ error: message });
export function maybe(res: Response, really: boolean) {
  if (really) res.sendStatus(204);
}
