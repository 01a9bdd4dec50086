const HOSTS = new Set(['images.example.com', 'cdn.example.com']);

export function isAllowed(address: string): boolean {
  try {
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' && HOSTS.has(hostname);
  } catch {
    return false;
  }
}
