export function isBlocked(host: string): boolean {
  return host.includes('internal') || host === 'localhost';
}
