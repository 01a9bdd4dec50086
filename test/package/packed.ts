/** Packs the built plugin once for all tests that install it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly tarball: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @throws {Error} when it isn't built. */
export default function setup({ provide }: TestProject): () => void {
  if (!existsSync(join(ROOT, 'dist/index.js'))) throw new Error('dist is missing: npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'tarball-'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT });
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Error('npm pack made no tarball');
  provide('tarball', join(folder, name));
  return () => rmSync(folder, { recursive: true, force: true });
}
