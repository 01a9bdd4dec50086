// @complete: no-sync-io-in-handler
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

// ok: no-sync-io-in-handler -- at start
const DEFAULT = readFileSync(new URL('./default.html', import.meta.url), 'utf8');

export function renderSync(name: string) {
  // bad-cross: no-sync-io-in-handler
  return existsSync(`templates/${name}.html`) ? readFileSync(`templates/${name}.html`, 'utf8') : DEFAULT;
}

export async function render(name: string) {
  return readFile(`templates/${name}.html`, 'utf8').catch(() => DEFAULT);
}

export const fallback = () => DEFAULT;
