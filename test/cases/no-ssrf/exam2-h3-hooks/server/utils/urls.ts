const HOSTS = new Set(['hooks.slack.com', 'discord.com']);

/** Throws unless the URL is https on a host that we know. */
export function assertKnownHost(input: string): URL {
  const url = new URL(input);
  if (url.protocol !== 'https:' || !HOSTS.has(url.hostname)) {
    throw createError({ statusCode: 400, statusMessage: 'host' });
  }
  return url;
}

export function isHttps(input: string): boolean {
  return input.startsWith('https://');
}

export function avatarUrl(name: string): string {
  return `https://avatars.example.com/u/${encodeURIComponent(name)}.png`;
}
