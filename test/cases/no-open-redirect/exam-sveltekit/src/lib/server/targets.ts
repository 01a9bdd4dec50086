const ORIGIN = 'https://shop.example.com';

export function localTarget(target: string | null): string {
  if (!target) return '/';
  const url = new URL(target, ORIGIN);
  return url.origin === ORIGIN ? url.pathname + url.search : '/';
}

export function afterLogin(target: string | null): string {
  return target && target.startsWith('/') ? target : '/';
}

export const isPlainPath = (target: string): boolean => /^\/[a-z0-9-]+$/.test(target);
