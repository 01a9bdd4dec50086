import type { ExportRow, Library } from '../../model/library.js';

const joined: ExportRow = { flow: { from: ['*'], text: true } };
const first: ExportRow = { flow: { from: ['0'], text: true } };
/** The last segment: no slash is left, so nothing leads out of a folder, to another host or into a shell's options. */
const base: ExportRow = { flow: { from: ['0'], text: true, cleans: ['path', 'url', 'redirect'] } };
const members: Record<string, ExportRow> = {
  join: joined,
  resolve: joined,
  normalize: first,
  dirname: first,
  extname: base,
  basename: base,
  relative: { flow: { from: ['1'], text: true } },
  format: { flow: { from: ['0.dir', '0.base', '0.name', '0.root', '0.ext'], text: true } },
  // Only the folder can lead elsewhere.
  parse: { flow: { from: ['0'], parts: { base: ['path'], name: ['path'], ext: ['path'] } } },
};

/** https://nodejs.org/api/path.html */
export const path: Library = {
  name: 'path',
  kind: 'node',
  modules: ['path', 'node:path', 'path/posix', 'node:path/posix', 'path/win32', 'node:path/win32', 'upath', 'pathe'],
  exports: {
    ...members,
    ...Object.fromEntries(
      Object.entries(members).flatMap(([name, row]) => [
        [`posix.${name}`, row],
        [`win32.${name}`, row],
      ]),
    ),
    posix: {},
    win32: {},
  },
};
