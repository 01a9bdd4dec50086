import { dirname, isAbsolute, relative, sep } from 'node:path';

/** The path as reports show it: relative to `cwd`, with forward slashes. */
export function shownPath(cwd: string, file: string): string {
  const path = relative(cwd, file);
  return (path === '' ? '.' : path).split(sep).join('/');
}

/** Whether `file` is `folder` or stands in it. */
export function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path === '' || (!isAbsolute(path) && path !== '..' && !path.startsWith(`..${sep}`));
}

/** The nearest folder, `start` or one above it, that holds every one of the files. */
export function commonFolder(start: string, files: readonly string[]): string {
  let folder = start;
  for (const file of files) {
    while (!isInside(folder, file) && dirname(folder) !== folder) folder = dirname(folder);
  }
  return folder;
}
