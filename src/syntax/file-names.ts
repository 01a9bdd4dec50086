/** File names as patterns see them. On Windows they come with backslashes, and from bundlers with either. */

/** With forward slashes. */
export const withSlashes = (path: string): string => path.replaceAll('\\', '/');

/** The last parts of a path, with forward slashes between them. */
export const lastParts = (path: string, count: number): string => withSlashes(path).split('/').slice(-count).join('/');

/** Whether a path lies in a folder: `packages/api-gateway` is not in `packages/api`. */
export function isWithin(path: string, folder: string): boolean {
  const [inner, outer] = [withSlashes(path), withSlashes(folder)];
  return inner === outer || inner.startsWith(outer.endsWith('/') ? outer : `${outer}/`);
}
