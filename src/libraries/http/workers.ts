import type { Library } from '../../model/library.js';

/** https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/ */
export const workers: Library = {
  name: 'workers',
  kind: 'http',
  modules: ['@cloudflare/workers-types', '@cloudflare/workers-types/experimental'],
  exports: { ExportedHandler: { annotation: 'Module' }, Request: { annotation: 'web.Request' } },
  globals: { ExportedHandler: { annotation: 'Module' } },
  types: {
    Module: { members: { fetch: { type: 'Fetch' } } },
    Fetch: { params: ['web.Request', '<0>', null] },
  },
  files: [
    {
      path: /\.[cm]?[jt]sx?$/,
      exports: 'fetch',
      params: ['web.Request', null, null],
      dependencies: ['wrangler', '@cloudflare/workers-types', 'miniflare'],
      text: /\bexport\s+default\b[^]*\bfetch\b|\bExportedHandler\b/,
    },
  ],
};
