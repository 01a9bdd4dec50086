import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

const HOSTS = ['api.github.com', 'api.gitlab.com'] as const;

export function endpoint(provider: 'github' | 'gitlab', path: string): string {
  return `https://${provider === 'github' ? HOSTS[0] : HOSTS[1]}/${path}`;
}

export async function isPublic(url: URL): Promise<boolean> {
  const { address } = await lookup(url.hostname);
  return ipaddr.parse(address).range() === 'unicast';
}

export const REGIONS: Record<string, string> = { eu: 'https://eu.example.com', us: 'https://us.example.com' };
