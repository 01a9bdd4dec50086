// @complete: prefer-problem-details
import express from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import { initTRPC, TRPCError } from '@trpc/server';
import { problem, refuse } from './problem.js';

const app = express();
app.get('/a', (req, res) => {
  // bad: prefer-problem-details
  // fix: prefer-problem-details
  if (!req.query.q) return void res.status(400).json({ error: 'q is missing' });
  // ok: prefer-problem-details
  res.json({ q: req.query.q });
});
app.get('/b', (req, res) => {
  // ok-cross: prefer-problem-details
  problem(res, 404, 'No such thing');
});
app.get('/c', (req, res) => {
  // ok-cross: prefer-problem-details -- the helper is the place
  refuse(res, 'no');
});
app.get('/d', (req, res) => {
  // ok: prefer-problem-details -- no body
  res.sendStatus(404);
});
Fastify().get('/a', async (request, reply) => {
  // bad: prefer-problem-details
  // fix: prefer-problem-details
  return reply.code(409).send({ code: 'TAKEN', message: 'taken' });
});
const hono = new Hono();
// bad: prefer-problem-details
// fix: prefer-problem-details
hono.get('/a', (c) => c.json({ error: 'none' }, 404));
// ok: prefer-problem-details
hono.get('/b', (c) =>
  c.json({ type: 'about:blank', title: 'Not Found', status: 404 }, 404, { 'content-type': 'application/problem+json' }),
);
const t = initTRPC.create();
export const router = t.router({
  a: t.procedure.query(() => {
    // ok: prefer-problem-details -- tRPC has a form of its own
    throw new TRPCError({ code: 'NOT_FOUND', message: 'none' });
  }),
});
