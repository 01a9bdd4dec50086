// @complete: require-request-timeout
import got from 'got';
import ky from 'ky';
import { ofetch } from 'ofetch';
import pTimeout from 'p-timeout';
import CircuitBreaker from 'opossum';
import { request as undiciRequest } from 'undici';
import { forward, proxy, request, withTimeout } from './http.js';

// ok: require-request-timeout
const images = got.extend({ prefixUrl: 'https://images.example.com', timeout: { request: 3_000 } });

export const list = () => request('/products');
export const raw = () => proxy('/products', { method: 'POST' });
export const health = () => forward('/health', { signal: AbortSignal.timeout(1_000) });

export async function details(id: string) {
  // bad: require-request-timeout
  // fix: require-request-timeout
  const price = await got(`https://prices.example.com/${id}`).json();
  // ok: require-request-timeout
  const stock = await got(`https://stock.example.com/${id}`, { timeout: { request: 2_000 } }).json();
  // ok: require-request-timeout -- the extended client has a limit
  const image = await images.get(`p/${id}`).buffer();
  // ok: require-request-timeout -- ky gives up after ten seconds
  const review = await ky.get(`https://reviews.example.com/${id}`).json();
  // bad: require-request-timeout -- switched off
  const slow = await ky.get(`https://reviews.example.com/${id}/all`, { timeout: false }).json();
  // bad: require-request-timeout
  // fix: require-request-timeout
  const tags = await ofetch(`https://tags.example.com/${id}`);
  // ok: require-request-timeout
  const more = await ofetch(`https://tags.example.com/${id}`, { timeout: 1_500 });
  return { price, stock, image, review, slow, tags, more };
}

export async function related(id: string) {
  // bad: require-request-timeout
  // fix: require-request-timeout
  const { body } = await undiciRequest(`https://related.example.com/${id}`);
  // ok: require-request-timeout
  const other = await undiciRequest(`https://related.example.com/${id}`, { headersTimeout: 2_000, bodyTimeout: 2_000 });
  // ok-cross: require-request-timeout -- the helper gives up
  const third = await withTimeout(fetch(`https://related.example.com/${id}/b`), 2_000);
  // ok: require-request-timeout
  const fourth = await pTimeout(fetch(`https://related.example.com/${id}/c`), { milliseconds: 2_000 });
  return [body, other, third, fourth];
}

async function loadOffers(id: string) {
  // ok: require-request-timeout -- the breaker below gives up
  const res = await fetch(`https://offers.example.com/${id}`);
  return res.json();
}
const breaker = new CircuitBreaker(loadOffers, { timeout: 3_000 });
export const offers = (id: string) => breaker.fire(id);
