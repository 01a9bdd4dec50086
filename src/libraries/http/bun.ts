import type { CallbackRow, ExportRow, Library } from '../../model/library.js';

const handler: CallbackRow = { params: ['web.Request', null] };
/** The handlers stand in `fetch` and, by path and verb, in `routes`. */
const serve: ExportRow = {
  callbacks: {
    '0.fetch': handler,
    '0.routes.*': handler,
    '0.routes.*.*': handler,
    '0.*': handler,
    '0.*.*': handler,
    '0.*.*.*': handler,
  },
  route: { verb: 'ALL', options: '0', table: { name: 'routes', rest: 'fetch' } },
};

/** https://bun.com/docs/runtime/http/server, /routing */
export const bun: Library = {
  name: 'bun',
  kind: 'http',
  modules: ['bun'],
  exports: { serve },
  globals: { Bun: {}, 'Bun.serve': serve },
};
