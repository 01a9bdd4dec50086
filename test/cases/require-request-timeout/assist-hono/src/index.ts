// @complete: require-request-timeout
import { Hono } from 'hono';
import OpenAI from 'openai';
import Anthropic from '@anthropic-ai/sdk';
import Stripe from 'stripe';

const app = new Hono();
// bad: require-request-timeout -- ten minutes by default
// fix: require-request-timeout
const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
// ok: require-request-timeout
const claude = new Anthropic({ timeout: 30_000, maxRetries: 1 });
// ok: require-request-timeout -- 80 s by default
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/ask', async (c) => {
  const { question } = await c.req.json<{ question: string }>();
  const answer = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: question }] });
  const second = await claude.messages.create({ model: 'claude-3-5-sonnet-latest', max_tokens: 100, messages: [] });
  await stripe.billing.meterEvents.create({ event_name: 'ask', payload: {} });
  return c.json({ answer, second });
});

app.get('/page', async (c) => {
  const url = c.req.query('url') ?? '';
  const controller = new AbortController();
  // bad: require-request-timeout -- nobody ever aborts it
  const first = await fetch('https://pages.example.com', { signal: controller.signal });
  const timed = new AbortController();
  const timer = setTimeout(() => timed.abort(), 5_000);
  // ok: require-request-timeout
  const second = await fetch('https://pages.example.com/' + url, { signal: timed.signal });
  clearTimeout(timer);
  // ok: require-request-timeout -- one of several signals
  const third = await fetch('https://pages.example.com/b', {
    signal: AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(3_000)]),
  });
  // ok: require-request-timeout
  const fourth = await Promise.race([
    fetch('https://pages.example.com/c'),
    new Promise<never>((_, reject) => setTimeout(reject, 3_000)),
  ]);
  return c.json([first.status, second.status, third.status, fourth.status]);
});

export default app;
