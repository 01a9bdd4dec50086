// @complete: no-unscoped-cache-key
import type { Request, Response } from 'express';
import Redis from 'ioredis';
import { unstable_cache } from 'next/cache';

const redis = new Redis();

export async function one(id: string, product: object) {
  // bad: no-unscoped-cache-key
  await redis.set(id, JSON.stringify(product), 'EX', 60);
}
export async function scoped(id: string, product: object) {
  // ok: no-unscoped-cache-key
  await redis.set(`product:${id}`, JSON.stringify(product), 'EX', 60);
}
export async function page(req: Request, res: Response) {
  // bad: no-unscoped-cache-key
  await redis.set(`page:${req.originalUrl}`, 'x', 'EX', 60);
  res.end();
}
export async function list(req: Request, res: Response) {
  // bad: no-unscoped-cache-key
  await redis.set(`list:${JSON.stringify(req.query)}`, 'x', 'EX', 60);
  res.end();
}
export async function dashboard(req: Request & { user: { id: string } }, res: Response) {
  // bad: no-unscoped-cache-key
  await redis.set('dashboard', JSON.stringify({ id: req.user.id }), 'EX', 60);
  res.end();
}
export async function own(req: Request & { user: { id: string } }, res: Response) {
  // ok: no-unscoped-cache-key
  await redis.set(`dashboard:${req.user.id}`, '{}', 'EX', 60);
  res.end();
}
export const user = (id: string) =>
  // bad: no-unscoped-cache-key
  unstable_cache(async () => fetch(`https://users.example.com/${id}`), ['user'])();
export const team = (id: string) =>
  // ok: no-unscoped-cache-key
  unstable_cache(async () => fetch(`https://teams.example.com/${id}`), ['team', id])();
