// @complete: no-ssrf
import got from 'got';
import { request } from 'undici';

export async function download(address: string): Promise<Buffer> {
  return got(address, { timeout: { request: 5000 } }).buffer();
}

export async function inventoryOf(sku: string): Promise<unknown> {
  // ok: no-ssrf
  const { body } = await request(`https://inventory.internal/items/${encodeURIComponent(sku)}`);
  return body.json();
}
