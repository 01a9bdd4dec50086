import type { ExportRow, Library } from '../../model/library.js';

const first: ExportRow = { sinks: [{ kind: 'path', at: ['0'] }] };
const both: ExportRow = { sinks: [{ kind: 'path', at: ['0', '1'] }] };
const ONE = [
  'access',
  'appendFile',
  'chmod',
  'chown',
  'createReadStream',
  'createWriteStream',
  'exists',
  'lstat',
  'mkdir',
  'mkdtemp',
  'open',
  'openAsBlob',
  'opendir',
  'readdir',
  'readFile',
  'readlink',
  'rm',
  'rmdir',
  'stat',
  'truncate',
  'unlink',
  'utimes',
  'watch',
  'watchFile',
  'writeFile',
];
const TWO = ['copyFile', 'cp', 'link', 'rename', 'symlink'];
/** fs-extra: https://github.com/jprichardson/node-fs-extra/tree/master/docs */
const EXTRA_ONE = [
  'readJson',
  'readJSON',
  'writeJson',
  'writeJSON',
  'outputFile',
  'outputJson',
  'outputJSON',
  'remove',
  'emptyDir',
  'ensureDir',
  'ensureFile',
  'mkdirp',
  'mkdirs',
  'pathExists',
];
const EXTRA_TWO = ['copy', 'move'];

const rows = (names: readonly string[], row: ExportRow): Record<string, ExportRow> =>
  Object.fromEntries(names.flatMap((name) => [name, `${name}Sync`, `promises.${name}`].map((each) => [each, row])));

const members: Record<string, ExportRow> = {
  ...rows([...ONE, ...EXTRA_ONE], first),
  ...rows([...TWO, ...EXTRA_TWO], both),
  promises: {},
  realpath: { flow: { from: ['0'], text: true } },
  realpathSync: { flow: { from: ['0'], text: true } },
  'promises.realpath': { flow: { from: ['0'], text: true } },
};

/** https://nodejs.org/api/fs.html */
export const fs: Library = {
  name: 'fs',
  kind: 'node',
  modules: ['fs', 'node:fs', 'fs/promises', 'node:fs/promises', 'fs-extra', 'graceful-fs'],
  exports: members,
};

const archive: ExportRow = { sinks: [{ kind: 'path', at: ['0.file', '0.cwd'] }] };

/** What else opens files by a path. */
export const files: readonly Library[] = [
  {
    // https://github.com/isaacs/node-tar#high-level-api
    name: 'tar',
    kind: 'node',
    modules: ['tar'],
    exports: Object.fromEntries(['x', 'extract', 't', 'list', 'c', 'create'].map((name) => [name, archive])),
  },
  {
    // https://bun.com/docs/runtime/file-io
    name: 'bun-files',
    kind: 'node',
    modules: [],
    exports: {},
    globals: { 'Bun.file': first, 'Bun.write': first },
  },
  {
    // https://docs.deno.com/api/deno/file-system
    name: 'deno-files',
    kind: 'node',
    modules: [],
    exports: {},
    globals: Object.fromEntries(
      ['readFile', 'readTextFile', 'writeFile', 'writeTextFile', 'open', 'remove', 'readDir', 'mkdir', 'stat'].flatMap(
        (name) => [`Deno.${name}`, `Deno.${name}Sync`].map((each) => [each, first]),
      ),
    ),
  },
];
