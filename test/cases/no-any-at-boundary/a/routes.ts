// @complete: no-any-at-boundary
import { Router, type Request } from 'express';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

export const routes = Router();
const schema = z.object({ name: z.string() });

routes.post('/a', (req, res) => {
  // bad: no-any-at-boundary
  const body: any = req.body;
  // bad: no-any-at-boundary
  const user = (req as any).user;
  // ok: no-any-at-boundary
  const input = schema.parse(req.body);
  try {
    res.json({ body, input, user });
    // bad: no-any-at-boundary
  } catch (err: any) {
    res.status(500).end();
  }
});

// bad: no-any-at-boundary
routes.post('/b', (req: Request<object, any, any>, res) => {
  res.json(req.body.name);
});

routes.post('/c', (req, res) => {
  try {
    res.end();
    // ok: no-any-at-boundary
  } catch (err: unknown) {
    res.status(500).end();
  }
});

export function plugin(app: FastifyInstance) {
  // bad: no-any-at-boundary
  app.post<{ Body: any }>('/d', async (request) => request.body);
}

// ok: no-any-at-boundary
export const merge = (a: any, b: any) => ({ ...a, ...b });
