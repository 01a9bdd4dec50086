import type { NextFunction, Request, Response } from 'express';
export function requireAuth(req: Request, res: Response, next: NextFunction): void {
  if (!req.headers.authorization) res.sendStatus(401);
  else next();
}
