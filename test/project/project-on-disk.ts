import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { forgetProject } from '../../src/project/caches.js';

/** Files by relative path; an object is written as JSON. */
export type Files = Readonly<Record<string, string | object>>;

export interface ProjectOnDisk {
  readonly root: string;
  readonly at: (path: string) => string;
  readonly write: (files: Files) => void;
  readonly remove: () => void;
}

let clock = Math.floor(Date.now() / 1000) - 10_000;

/** Writes a small project below the system's folder for temporary files, with a `.git` folder so that it ends there. */
export function makeProject(files: Files, prefix = 'project-'): ProjectOnDisk {
  forgetProject();
  const root = mkdtempSync(join(realpathSync(tmpdir()), prefix));
  const at = (path: string): string => join(root, path);
  const write = (more: Files): void => {
    clock += 10;
    for (const [path, content] of Object.entries(more)) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), typeof content === 'string' ? content : JSON.stringify(content));
      // Two writes within one tick of the file system's clock must still differ.
      utimesSync(at(path), clock, clock);
    }
  };
  mkdirSync(at('.git'));
  write(files);
  return { root, at, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}
