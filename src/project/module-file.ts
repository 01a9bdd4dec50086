import { dirname, join } from 'node:path';

import { findEntries, isDirectory, isFile, readJson } from './disk.js';

/** What a written extension may stand for: TypeScript sources are imported by the name of their output. */
const REWRITES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
};

const APPENDED = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.d.ts', '.d.mts', '.d.cts'];

/**
 * The file that a path in an import means: as written, with the extension rewritten or added, or the index of a folder.
 * @param packageDir the folder whose package.json isn't asked for `main`, since it is what led here
 */
export function findModuleFile(path: string, packageDir: string | null = null): string | null {
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  const name = path.slice(slash + 1);
  const entries = name === '' ? null : findEntries(dirname(path));
  if (entries) {
    const extension = /\.[cm]?jsx?$/.exec(name)?.[0];
    if (extension !== undefined) {
      const stem = name.slice(0, -extension.length);
      for (const replaced of REWRITES[extension] ?? []) {
        if (entries.has(stem + replaced) && isFile(path.slice(0, slash + 1) + stem + replaced)) {
          return path.slice(0, slash + 1) + stem + replaced;
        }
      }
    }
    if (entries.has(name) && isFile(path)) return path;
    for (const appended of APPENDED)
      if (entries.has(name + appended) && isFile(path + appended)) return path + appended;
    if (extension !== undefined) {
      const declared = path.slice(0, -extension.length) + extension.replace('js', 'ts').replace('x', '');
      const declaration = declared.replace(/\.([cm]?ts)$/, '.d.$1');
      if (isFile(declaration)) return declaration;
    }
    if (!entries.has(name) || !isDirectory(path)) return null;
  } else if (name !== '') {
    return null;
  }
  return findIndex(path.replace(/[\\/]+$/, ''), packageDir);
}

function findIndex(dir: string, packageDir: string | null): string | null {
  const entries = findEntries(dir);
  if (!entries) return null;
  if (dir !== packageDir && entries.has('package.json')) {
    const main = readJson(join(dir, 'package.json'))?.['main'];
    const file = typeof main === 'string' ? findModuleFile(join(dir, main), dir) : null;
    if (file !== null) return file;
  }
  for (const appended of APPENDED) {
    if (entries.has(`index${appended}`) && isFile(join(dir, `index${appended}`))) return join(dir, `index${appended}`);
  }
  return null;
}
