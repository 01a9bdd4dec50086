/** The files that are measured, read before any clock starts. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = new Set(['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx']);
const SKIPPED = new Set(['node_modules', '.git', 'dist', 'build', 'coverage', '.next']);
/** A generated or bundled file says nothing of a backend, and one of them can outweigh all others. */
const MOST_BYTES = 300_000;
const WANTED_LINES = 20_000;
const SHIPPED = ['../apps', '../cases'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/**
 * @param {string[]} folders given by the user; none: small backends of this repository, copied until there are enough lines.
 * @returns {{ cwd: string, files: { path: string, text: string, lines: number }[], about: string, remove: () => void }}
 */
export function readInput(folders) {
  if (folders.length > 0) {
    const files = folders.flatMap((folder) => readFolder(resolve(folder)));
    const cwd = folders.length === 1 ? resolve(folders[0]) : process.cwd();
    return { cwd, files, about: folders.join(', '), remove: () => {} };
  }
  const shipped = SHIPPED.find((folder) => existsSync(folder) && readFolder(folder).length > 0);
  if (!shipped) throw new Error('There is nothing to measure: give a folder.');
  const cwd = mkdtempSync(join(tmpdir(), 'backend-bench-'));
  const files = [];
  let copies = 0;
  for (let lines = 0; lines < WANTED_LINES; copies++) {
    cpSync(shipped, join(cwd, `copy-${copies}`), { recursive: true });
    const copied = readFolder(join(cwd, `copy-${copies}`));
    files.push(...copied);
    lines += copied.reduce((sum, file) => sum + file.lines, 0);
  }
  const about = `${relative(process.cwd(), shipped)}, ${copies} times`;
  return { cwd, files, about, remove: () => rmSync(cwd, { recursive: true, force: true }) };
}

function readFolder(folder) {
  return allPaths(folder)
    .filter((path) => SOURCE.has(extname(path)) && !/\.d\.[cm]?ts$/.test(path))
    .filter((path) => existsSync(path) && statSync(path).size <= MOST_BYTES)
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path, text, lines: text.split('\n').length };
    });
}

/** What git knows of, where the folder is in a repository; else everything but the usual output folders. */
function allPaths(folder) {
  if (statSync(folder).isFile()) return [folder];
  const args = ['-C', folder, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const git = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (git.status === 0 && git.stdout) {
    return git.stdout.split('\0').flatMap((name) => (name ? join(folder, name) : []));
  }
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : allPaths(join(folder, entry.name));
    return join(folder, entry.name);
  });
}
