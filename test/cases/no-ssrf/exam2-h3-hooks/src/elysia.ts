// @complete: no-ssrf
import { Elysia, t } from 'elysia';
import { Worker } from 'bullmq';
import { chromium } from 'playwright';
import * as v from 'valibot';
import { fetchJson } from '../server/services/webhook-client';

const Target = v.object({ url: v.pipe(v.string(), v.url()), env: v.picklist(['staging', 'live']) });

export const app = new Elysia()
  .post(
    '/callback',
    async ({ body }) => {
      // bad: no-ssrf -- t.String({ format: 'uri' }) is any host
      const response = await fetch(body.callback, { method: 'POST' });
      // ok: no-ssrf -- a closed union
      await fetch(`https://${body.zone}.example.com/cb`, { redirect: 'manual' });
      return response.status;
    },
    { body: t.Object({ callback: t.String({ format: 'uri' }), zone: t.Union([t.Literal('eu'), t.Literal('us')]) }) },
  )
  .post('/shot', async ({ request, query }) => {
    const input = v.parse(Target, await request.json());
    const browser = await chromium.launch();
    const page = await browser.newPage();
    // bad: no-ssrf
    await page.goto(input.url);
    // bad: no-ssrf -- HTML of the client loads whatever it names
    await page.setContent(`<img src="${query.image}">`);
    // ok: no-ssrf -- picklist
    await page.goto(`https://${input.env}.example.com/`);
    await browser.close();
  })
  .ws('/relay', {
    async message(ws, message: { url: string }) {
      // bad: no-ssrf
      const text = await fetch(message.url).then((response) => response.text());
      ws.send(text);
    },
  });

export const deliveries = new Worker('deliveries', async (job) => {
  const { url, event } = job.data as { url: string; event: unknown };
  // bad-cross: no-ssrf -- a customer's webhook URL out of the queue
  await fetchJson({ url, method: 'POST' });
  return event;
});
