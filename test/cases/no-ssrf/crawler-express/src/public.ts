import { lookup } from 'node:dns/promises';

export async function assertPublic(address: string): Promise<void> {
  const { address: ip } = await lookup(new URL(address).hostname);
  if (/^(?:10|127|169\.254|192\.168)\./.test(ip)) throw new Error('private address');
}
