const ALLOWED = new Set(['app.example.com', 'admin.example.com']);

/** Only a path of our own site; anything else is the start page. */
export function localPath(value: string | null | undefined): string {
  if (!value || !/^\/(?![/\\])[\w\-/?=&]*$/.test(value)) return '/';
  return value;
}

export function allowedUrl(value: string): string {
  const url = new URL(value, 'https://app.example.com');
  return ALLOWED.has(url.host) ? url.toString() : 'https://app.example.com/';
}

/** Same origin, by what the parser says. */
export function isSameOrigin(value: string, origin: string): boolean {
  try {
    return new URL(value, origin).origin === origin;
  } catch {
    return false;
  }
}

/** A beginner's guard. */
export function startsWithSlash(value: string): string {
  return value.startsWith('/') ? value : '/';
}
