import fs from 'node:fs';
import path from 'node:path';

export class Storage {
  constructor(private readonly root: string) {}

  open(key: string) {
    const file = this.locate(key);
    return fs.createReadStream(file);
  }

  private locate(key: string): string {
    return path.join(this.root, key);
  }
}

export function within(root: string, key: string): string {
  const file = path.resolve(root, key);
  if (path.relative(root, file).startsWith('..')) throw new Error('outside');
  return file;
}
