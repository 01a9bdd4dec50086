import type { NextFunction, Request, Response } from 'express';
import { userOf } from './users.js';

export async function authenticate(req: Request, res: Response, next: NextFunction) {
  const user = await userOf(req.headers.authorization);
  if (!user) return void res.sendStatus(401);
  next();
}
