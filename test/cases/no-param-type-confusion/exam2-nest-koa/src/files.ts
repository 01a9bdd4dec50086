// @complete: no-param-type-confusion
import express, { type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { isBlocked } from './deny';

const router = express.Router();
const Body = z.object({ path: z.string(), tags: z.array(z.string()) });

router.get('/file', (req, res, next) => {
  const file = req.query.path as string;
  // bad: no-param-type-confusion -- ?path[]=../ passes includes
  if (file.includes('..')) return res.status(400).end();
  return res.download(`files/${file}`);
});

router.get('/short', (req, res) => {
  const { q } = req.query as { q: string };
  // bad: no-param-type-confusion -- an array's length
  if (q.length > 50) return res.status(400).end();
  res.json({ q });
});

router.post('/role', (req, res) => {
  // bad: no-param-type-confusion -- ['admin'] is not 'admin', and is used as it
  if (req.body.role === 'admin') return res.status(403).end();
  // ok: no-param-type-confusion -- a comparison that grants
  if (req.body.plan === 'free') return res.json({ plan: 'free' });
  // bad: no-param-type-confusion
  if (req.body.next.indexOf('//') !== -1) return res.status(400).end();
  res.json({ ok: true });
});

router.get('/typed', (req, res) => {
  const { path } = req.query;
  if (typeof path !== 'string') return res.status(400).end();
  // ok: no-param-type-confusion
  if (path.includes('..')) return res.status(400).end();
  res.json({ path });
});

router.get('/coerced', (req, res) => {
  const path = String(req.query.path);
  // ok: no-param-type-confusion
  if (path.includes('..')) return res.status(400).end();
  const list = Array.isArray(req.query.tag) ? req.query.tag : [req.query.tag];
  // ok: no-param-type-confusion -- it is a list on purpose
  if (list.length > 10) return res.status(400).end();
  res.json({ path });
});

router.post('/schema', (req, res) => {
  const { path, tags } = Body.parse(req.body);
  // ok: no-param-type-confusion
  if (path.includes('..') || tags.length > 3) return res.status(400).end();
  res.json({ path });
});

router.get('/:name', (req, res) => {
  // ok: no-param-type-confusion -- a path parameter is a string
  if (req.params.name.includes('..')) return res.status(400).end();
  const agent = req.headers['user-agent'] ?? '';
  // ok: no-param-type-confusion -- so is a header
  if (agent.length > 300) return res.status(400).end();
  const url = new URL(req.url, 'http://localhost');
  const q = url.searchParams.get('q') ?? '';
  // ok: no-param-type-confusion
  if (q.length > 50) return res.status(400).end();
  res.end();
});

export function denyInternal(req: Request, res: Response, next: NextFunction) {
  // bad-cross: no-param-type-confusion -- the helper takes it for a string
  if (isBlocked(req.query.host as string)) {
    res.status(403).end();
    return;
  }
  next();
}

export default router.use(denyInternal);
