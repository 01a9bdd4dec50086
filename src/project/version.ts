export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/**
 * The lowest version that a version or range names first: `^4.18.2` and `>=4.18 <5` give 4.18, `npm:pkg@~2.1` 2.1.
 * @returns null for ranges that name none: `*`, `latest`, git and file addresses, `workspace:*`.
 */
export function findVersion(range: string): Version | null {
  const plain = range
    .trim()
    .replace(/^npm:(?:@[^/]+\/)?[^@]+@/, '')
    .replace(/^workspace:/, '');
  const match = /^[\^~>=<v\s]*(\d+)(?:\.(\d+|[x*]))?(?:\.(\d+|[x*]))?/i.exec(plain);
  if (!match || /^\s*</.test(plain)) return null;
  const minor = Number(match[2]);
  const patch = Number(match[3]);
  return {
    major: Number(match[1]),
    minor: Number.isNaN(minor) ? 0 : minor,
    patch: Number.isNaN(patch) ? 0 : patch,
  };
}
