import path from 'node:path';
import fs from 'fs-extra';

export const ROOT = '/var/lib/documents';

export function inside(name: string): string {
  const full = path.resolve(ROOT, name);
  if (!full.startsWith(ROOT + path.sep)) throw new Error('outside of the documents');
  return full;
}

export const readDocument = (name: string): Promise<Buffer> => fs.readFile(path.join(ROOT, name));

export const readInvoice = (id: number): Promise<Buffer> => fs.readFile(path.join(ROOT, 'invoices', `${id}.pdf`));

export const readChecked = (name: string): Promise<Buffer> => fs.readFile(inside(name));
