import type { BackendFile } from '../model/file.js';
import type { Change } from './plan.js';

/** A piece of a file's text that becomes another. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits of several files, by path, until they become changes. Texts outside the edits stay as they are, byte for byte. */
export class Edits {
  readonly #files = new Map<string, { readonly file: BackendFile; readonly edits: Edit[] }>();

  add(file: BackendFile, edit: Edit): void {
    const known = this.#files.get(file.path);
    if (known) known.edits.push(edit);
    else this.#files.set(file.path, { file, edits: [edit] });
  }

  replace(file: BackendFile, [start, end]: readonly [number, number], text: string): void {
    this.add(file, { start, end, text });
  }

  insert(file: BackendFile, at: number, text: string): void {
    this.add(file, { start: at, end: at, text });
  }

  get files(): readonly BackendFile[] {
    return [...this.#files.values()].map(({ file }) => file);
  }

  /** @throws {Error} where two edits overlap: a fault in the codemod */
  changes(): Change[] {
    return [...this.#files.values()].map(({ file, edits }) => ({
      path: file.path,
      before: file.text,
      after: applied(file, edits),
    }));
  }
}

function applied({ text, path }: BackendFile, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index)
    .map(({ edit }) => edit);
  let after = '';
  let at = 0;
  for (const edit of ordered) {
    // A new line after one that goes with its line end stands where that stood.
    const isAfterGone = edit.start < at && edit.start === edit.end && edit.text.startsWith('\n');
    if (isAfterGone && /^$|\n$/.test(after)) {
      after += inLineEnds(`${edit.text.slice(1)}\n`, text);
      continue;
    }
    if (edit.start < at) throw new Error(`Two edits of ${path} overlap at ${edit.start}`);
    after += text.slice(at, edit.start) + inLineEnds(edit.text, text);
    at = edit.end;
  }
  return after + text.slice(at);
}

/** New lines end as the file's do. */
const inLineEnds = (added: string, text: string): string =>
  text.includes('\r\n') ? added.replaceAll(/\r?\n/g, '\r\n') : added;
