// @complete: no-code-injection
import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { Parser } from 'expr-eval';
import { VM } from 'vm2';
import { z } from 'zod';
import { evaluate, Formula } from './engine.js';
import { loadKnown, loadPlugin } from './plugins.js';

const app = new Hono();

app.post('/rules', async (c) => {
  const { rule, amount } = await c.req.json<{ rule: string; amount: string }>();
  // bad-cross: no-code-injection
  const verdict = evaluate(rule, { amount });
  // ok-cross: no-code-injection
  const taxed = evaluate('amount * 1.19', { amount: Number(amount) });
  return c.json({ verdict, taxed });
});

app.post('/formulas', async (c) => {
  const body = await c.req.json();
  // bad: no-code-injection
  const result = eval(body.formula);
  // ok: no-code-injection
  const parsed = Parser.evaluate(body.formula, {});
  return c.json({ result, parsed });
});

app.get('/sandbox', (c) => {
  const code = c.req.query('code') ?? '';
  // bad: no-code-injection
  return c.json(new VM().run(code));
});

app.get('/plugins/:name', async (c) => {
  // bad-cross: no-code-injection
  const plugin = await loadPlugin(c.req.param('name'));
  // ok-cross: no-code-injection
  const known = await loadKnown(c.req.param('name'));
  return c.json({ plugin: Boolean(plugin), known: Boolean(known) });
});

app.get('/sort', zValidator('query', z.object({ order: z.enum(['asc', 'desc']), by: z.string() })), (c) => {
  const { order, by } = c.req.valid('query');
  // ok: no-code-injection
  const asc = new Function('a', 'b', `return '${order}' === 'asc' ? a - b : b - a`);
  // bad: no-code-injection
  const field = new Function('row', `return row.${by}`);
  return c.json([asc.length, field.length]);
});

app.get('/delay', (c) => {
  const callback = c.req.query('callback');
  // ok: no-code-injection
  setTimeout(() => console.info(callback), 100);
  return c.body(null, 204);
});

export default app;
