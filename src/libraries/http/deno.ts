import type { CallbackRow, ExportRow, Library } from '../../model/library.js';

const handler: CallbackRow = { params: ['web.Request', null] };
const serve: ExportRow = {
  callbacks: { '0': handler, '1': handler, '0.handler': handler },
  route: { verb: 'ALL', handler: '-1', own: true },
};

/** https://docs.deno.com/api/deno/~/Deno.serve */
export const deno: Library = {
  name: 'deno',
  kind: 'http',
  modules: [],
  exports: {},
  globals: { Deno: {}, 'Deno.serve': serve },
};
