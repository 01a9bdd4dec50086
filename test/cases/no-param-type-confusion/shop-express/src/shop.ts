// @complete: no-param-type-confusion
import express from 'express';
import { Hono } from 'hono';
import { z } from 'zod';

const app = express();
const hono = new Hono();

app.get('/search', (req, res) => {
  const q = req.query.q as string;
  // bad: no-param-type-confusion
  if (q.length > 100) return res.sendStatus(400);
  return res.json({ q });
});

app.get('/files', (req, res) => {
  const { path } = req.query;
  // bad: no-param-type-confusion
  // fix: no-param-type-confusion
  if (path.indexOf('..') !== -1) throw new Error('no');
  res.sendFile('/var/files/' + path);
});

app.post('/users', (req, res) => {
  // bad: no-param-type-confusion
  if (req.body.role === 'admin') return res.status(403).json({ error: 'no' });
  return res.json({ role: req.body.role });
});

app.get('/typed', (req, res) => {
  const { q } = req.query;
  // ok: no-param-type-confusion -- a test of its type
  if (typeof q !== 'string' || q.length > 100) return res.sendStatus(400);
  return res.json({ q });
});

app.post('/parsed', (req, res) => {
  const body = z.object({ role: z.string(), name: z.string() }).parse(req.body);
  // ok: no-param-type-confusion -- a schema
  if (body.role === 'admin') return res.sendStatus(403);
  // ok: no-param-type-confusion
  if (body.name.length > 40) return res.sendStatus(400);
  return res.json(body);
});

app.get('/items/:id', (req, res) => {
  // ok: no-param-type-confusion -- path parameters are texts
  if (req.params.id.includes('..')) return res.sendStatus(400);
  return res.json({ id: req.params.id });
});

hono.get('/search', (c) => {
  const q = c.req.query('q') ?? '';
  // ok: no-param-type-confusion -- always a text
  if (q.length > 100) return c.text('no', 400);
  return c.json({ q });
});

export { app, hono };
