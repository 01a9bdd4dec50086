import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

import { allFiles, allSourceFiles } from './files.js';
import { findWorkspaceRoot } from './workspace.js';

/** Beside the sources: what says which libraries, services and tables there are. */
const CONFIGURATION =
  /^(?:package\.json|tsconfig.*\.json|jsconfig\.json|Dockerfile.*|Procfile|wrangler\.\w+|ecosystem\.config\.\w+|.*\.(?:ya?ml|prisma|sql|graphql))$/;

/**
 * A digest of everything in a workspace that the rules may look at. ESLint's `--cache` keeps a file's findings while the
 * file and its configuration stay the same; with this in the configuration (`settings.backend.digest`) the cache is also
 * right where another file changed what is true of this one. Any change then lints everything again; without changes the
 * cache answers at once.
 *
 * @param folder a folder of the workspace, for instance `import.meta.dirname` of `eslint.config.mjs`
 * @returns 32 hexadecimal characters; the same for the same contents, on any machine
 */
export function projectDigest(folder: string): string {
  const root = findWorkspaceRoot(folder);
  const hash = createHash('sha256');
  const files = [...allSourceFiles(root), ...allFiles(root, (name) => CONFIGURATION.test(name))];
  for (const path of files.sort()) {
    let content: Buffer;
    try {
      content = readFileSync(path);
    } catch {
      continue;
    }
    hash.update(`${relative(root, path).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}
