import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';

export function requireAuth(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.slice(7);
  if (!token) return res.status(401).json({ error: 'unauthenticated' });
  const claims = jwt.verify(token, process.env.JWT_SECRET!, { algorithms: ['HS256'] }) as { sub: string };
  (req as any).user = { id: claims.sub };
  next();
}

export function requireAdmin(req: Request, res: Response, next: NextFunction) {
  if ((req as any).user.role !== 'admin') return res.status(403).end();
  next();
}
