const ALLOWED = new Set(['cdn.example.com', 'images.example.com']);

export function isAllowedHost(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && ALLOWED.has(hostname);
}
