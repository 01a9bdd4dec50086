import { createWriteStream, promises as fs } from 'node:fs';
import path from 'node:path';

export class Store {
  constructor(private readonly root: string) {}

  resolve(name: string): string {
    const full = path.join(this.root, name);
    const relative = path.relative(this.root, full);
    if (relative.startsWith('..') || path.isAbsolute(relative)) throw new Error('outside');
    return full;
  }

  read(name: string) {
    return fs.readFile(this.resolve(name));
  }

  readLoose(name: string) {
    return fs.readFile(path.join(this.root, name));
  }

  stream(options: { dir: string; name: string }) {
    return createWriteStream(`${options.dir}/${options.name}`);
  }
}

export const store = new Store('/srv/assets');
