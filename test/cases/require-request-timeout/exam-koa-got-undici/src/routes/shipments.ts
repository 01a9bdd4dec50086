// @complete: require-request-timeout
import https from 'node:https';
import Router from '@koa/router';
import got from 'got';
import { request } from 'undici';
import { carrier, http } from '../clients/carrier.js';
import { bounded, getJson, QUICK } from '../lib/request.js';

const TRACKING = process.env.TRACKING_URL ?? '';

export const router = new Router({ prefix: '/shipments' });

router.get('/:id', async (ctx) => {
  // ok-cross: require-request-timeout -- the extended instance has one
  const shipment = await carrier.get(`shipments/${ctx.params.id}`).json();
  // ok-cross: require-request-timeout
  const events = await getJson<unknown[]>(`${TRACKING}/events/${ctx.params.id}`);
  ctx.body = { shipment, events };
});

router.get('/:id/quote', async (ctx) => {
  // bad: require-request-timeout -- got has no timeout by default
  // fix: require-request-timeout
  const quote = await got(`${TRACKING}/quotes/${ctx.params.id}`).json();
  ctx.body = quote;
});

router.get('/:id/eta', async (ctx) => {
  // bad: require-request-timeout -- undici waits five minutes
  // fix: require-request-timeout
  const { body } = await request(`${TRACKING}/eta/${ctx.params.id}`, { method: 'GET' });
  ctx.body = await body.json();
});

router.get('/:id/route', async (ctx) => {
  // ok-cross: require-request-timeout
  const { body } = await request(`${TRACKING}/route/${ctx.params.id}`, { method: 'GET', ...QUICK });
  ctx.body = await body.json();
});

router.post('/:id/hold', async (ctx) => {
  // ok-cross: require-request-timeout
  const res = await fetch(`${TRACKING}/hold/${ctx.params.id}`, bounded({ method: 'POST' }));
  ctx.status = res.status;
});

router.post('/:id/release', async (ctx) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 4_000);
  try {
    // ok: require-request-timeout
    const res = await fetch(`${TRACKING}/release/${ctx.params.id}`, { method: 'POST', signal: controller.signal });
    ctx.status = res.status;
  } finally {
    clearTimeout(timer);
  }
});

router.get('/:id/invoice', async (ctx) => {
  // ok-cross: require-request-timeout -- axios.defaults.timeout is set beside the export
  const { data } = await http.get(`${TRACKING}/invoice/${ctx.params.id}`);
  ctx.body = data;
});

router.get('/:id/label', async (ctx) => {
  ctx.body = await new Promise((resolve, reject) => {
    // bad: require-request-timeout
    const req = https.request(`${TRACKING}/label/${ctx.params.id}`, (res) => resolve(res));
    req.on('error', reject);
    req.end();
  });
});

router.get('/:id/proof', async (ctx) => {
  ctx.body = await new Promise((resolve, reject) => {
    // ok: require-request-timeout
    const req = https.get(`${TRACKING}/proof/${ctx.params.id}`, (res) => resolve(res));
    req.setTimeout(4_000, () => req.destroy(new Error('carrier timed out')));
    req.on('error', reject);
  });
});
