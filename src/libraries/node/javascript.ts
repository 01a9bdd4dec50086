import type { ExportRow, Library } from '../../model/library.js';

/** A text made of the arguments. */
const text: ExportRow = { flow: { from: ['0'], text: true } };
const same: ExportRow = { flow: { from: ['0'] } };
/** Letters, digits and `%`: no slash, no markup, no host. */
const encoded: ExportRow = {
  flow: { from: ['0'], text: true, cleans: ['path', 'url', 'redirect', 'html', 'log', 'xml', 'template', 'query'] },
};
const code: ExportRow = { sinks: [{ kind: 'code', at: ['0'] }] };

/** What the language itself offers: https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects */
export const javascript: Library = {
  name: 'javascript',
  kind: 'node',
  modules: [],
  exports: {},
  globals: {
    String: text,
    JSON: {},
    'JSON.parse': same,
    'JSON.stringify': { flow: { from: ['0.**', '0'], text: true, cleans: ['log'] } },
    Array: {},
    'Array.from': same,
    Object: {},
    Reflect: {},
    'Reflect.set': { sinks: [{ kind: 'property', at: ['1'] }] },
    structuredClone: same,
    encodeURIComponent: encoded,
    encodeURI: { flow: { from: ['0'], text: true, cleans: ['html', 'log', 'xml'] } },
    escape: encoded,
    decodeURIComponent: text,
    decodeURI: text,
    unescape: text,
    atob: text,
    btoa: { flow: { from: ['0'], text: true, cleans: ['html', 'log', 'command', 'code', 'template', 'xml', 'query'] } },
    eval: code,
    Function: { construct: { sinks: [{ kind: 'code', at: ['*'] }] }, sinks: [{ kind: 'code', at: ['*'] }] },
    setTimeout: {},
    RegExp: { construct: { sinks: [{ kind: 'regexp', at: ['0'] }] }, sinks: [{ kind: 'regexp', at: ['0'] }] },
    URL: { construct: { flow: { from: ['0', '1'] } } },
    URLSearchParams: { construct: { flow: { from: ['0'] } } },
    Map: { construct: { flow: { from: ['0'] } } },
    Set: { construct: { flow: { from: ['0'] } } },
    Buffer: {},
    'Buffer.from': same,
    'Buffer.concat': { flow: { from: ['0.*'] } },
    require: { sinks: [{ kind: 'code', at: ['0'] }] },
    'require.resolve': {},
  },
};
