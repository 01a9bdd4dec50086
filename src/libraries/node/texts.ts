import type { ExportRow, Library } from '../../model/library.js';

const first: ExportRow = { flow: { from: ['0'] } };
const text: ExportRow = { flow: { from: ['0'], text: true } };

/** HTML in Markdown stays as it is: https://marked.js.org/#usage, https://github.com/showdownjs/showdown/wiki/Markdown's-XSS-Vulnerability-(and-how-to-mitigate-it) */
const markdown: readonly Library[] = [
  {
    name: 'marked',
    kind: 'node',
    modules: ['marked'],
    exports: Object.fromEntries(
      ['default', 'marked', 'parse', 'parseInline', 'marked.parse', 'marked.parseInline', 'default.parse'].map(
        (name) => [name, text],
      ),
    ),
  },
  {
    name: 'showdown',
    kind: 'node',
    modules: ['showdown'],
    exports: { Converter: { new: 'Converter' } },
    types: { Converter: { members: { makeHtml: text } } },
  },
  { name: 'snarkdown', kind: 'node', modules: ['snarkdown'], exports: { default: text } },
];

/** Modules of Node that take texts apart and put them together. */
export const texts: readonly Library[] = [
  ...markdown,
  {
    // https://nodejs.org/api/url.html
    name: 'url',
    kind: 'node',
    modules: ['url', 'node:url'],
    exports: {
      URL: { construct: { flow: { from: ['0', '1'] } } },
      URLSearchParams: { construct: { flow: { from: ['0'] } } },
      parse: first,
      format: { flow: { from: ['0', '0.host', '0.hostname', '0.pathname'], text: true } },
      resolve: { flow: { from: ['0', '1'], text: true } },
      fileURLToPath: text,
    },
  },
  {
    // https://nodejs.org/api/querystring.html, https://github.com/ljharb/qs
    name: 'querystring',
    kind: 'node',
    modules: ['querystring', 'node:querystring', 'qs', 'query-string', 'ufo'],
    exports: {
      parse: first,
      decode: first,
      stringify: { flow: { from: ['0.**'], text: true, cleans: ['url', 'redirect', 'html', 'path'] } },
      unescape: text,
    },
  },
  {
    // https://nodejs.org/api/util.html
    name: 'util',
    kind: 'node',
    modules: ['util', 'node:util'],
    exports: {
      promisify: { wraps: '0' },
      format: { flow: { from: ['*'], text: true } },
      inspect: { flow: { from: ['0', '0.**'], text: true } },
    },
  },
  {
    // https://nodejs.org/api/buffer.html
    name: 'buffer',
    kind: 'node',
    modules: ['buffer', 'node:buffer'],
    exports: { Buffer: {}, 'Buffer.from': first },
  },
];
