/** Joins parts of a path by single slashes, with one in front. */
export const joinPaths = (...parts: readonly string[]): string =>
  '/' +
  parts
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/');

/**
 * Whether a middleware mounted at `mount` covers a route at `path`: `*` and `:id` take anything. `exact` mounts (Hono's
 * `app.use('/x', mw)`) need a star for what lies below. Null is a path that isn't known: it may be any.
 */
export function covers(mount: string, path: string | null, { exact = false }: { exact?: boolean } = {}): boolean {
  if (path === null) return true;
  const wanted = segments(mount);
  const given = segments(path);
  for (const [index, segment] of wanted.entries()) {
    if (/^(?:\*|\(\.\*\)|\{\*\w*\})/.test(segment) || segment.startsWith('*')) return true;
    const other = given[index];
    if (other === undefined) return false;
    if (segment !== other && !isParameter(segment) && !isParameter(other)) return false;
  }
  return !exact || given.length === wanted.length;
}

const isParameter = (segment: string): boolean => /^[:[{]/.test(segment);

const segments = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

/** The address of a file that is a route by its place: `users/[id]/(group)/index` is `/users/:id`. */
export function addressOf(place: string): string {
  const parts = place.split('/').flatMap((segment) => {
    if (segment === 'index' || /^\(.*\)$|^@/.test(segment)) return [];
    if (/^\[{1,2}\.{3}/.test(segment)) return ['*'];
    const name = /^\[{1,2}([^=\]]+)(?:=\w+)?\]{1,2}$/.exec(segment)?.[1];
    return [name === undefined ? segment : `:${name}`];
  });
  return joinPaths(...parts);
}
