import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { ForbiddenException } from '@nestjs/common';

export const ROOT = resolve(process.env.FILES_DIR ?? './files');

/** A path inside of the root, or it throws. */
export function within(root: string, name: string): string {
  const target = resolve(root, name);
  if (!target.startsWith(root + sep)) throw new ForbiddenException();
  return target;
}

/** Is the path inside of the root? */
export function isInside(root: string, target: string): boolean {
  const rel = relative(root, target);
  return rel !== '' && !rel.startsWith('..') && !isAbsolute(rel);
}

export function fileNameOnly(name: string): string {
  return basename(name).replace(/\s+/g, '-');
}

/** Looks like a guard, and is none. */
export function stripDots(name: string): string {
  return name.replace('../', '');
}
