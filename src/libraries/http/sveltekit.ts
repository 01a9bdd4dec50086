import type { Library } from '../../model/library.js';
import { params } from './rows.js';

/** https://svelte.dev/docs/kit/routing#server, /form-actions, /@sveltejs-kit#RequestEvent */
export const sveltekit: Library = {
  name: 'sveltekit',
  kind: 'http',
  modules: ['@sveltejs/kit'],
  exports: {
    RequestEvent: { annotation: 'Event' },
    RequestHandler: { annotation: 'Handler' },
    Handle: { annotation: 'Hook' },
    json: {},
    error: {},
  },
  types: {
    Event: {
      members: {
        request: { type: 'web.Request' },
        params,
        url: { type: 'web.Address', request: 'url' },
        cookies: { type: 'Cookies' },
        locals: {},
        platform: {},
        fetch: {},
      },
    },
    Cookies: { members: { get: { request: 'cookies' }, getAll: { request: 'cookies' }, set: {}, delete: {} } },
    Handler: { params: ['Event'] },
    Hook: { params: ['HookInput'] },
    HookInput: { members: { event: { type: 'Event' }, resolve: {} } },
  },
  files: [
    {
      path: /^src\/routes\/(?:(.*)\/)?\+server\.[cm]?[jt]s$/,
      exports: 'verbs',
      params: ['Event'],
      dependencies: ['@sveltejs/kit'],
    },
    {
      path: /^src\/routes\/(?:(.*)\/)?\+page\.server\.[cm]?[jt]s$/,
      exports: 'actions',
      params: ['Event'],
      dependencies: ['@sveltejs/kit'],
    },
  ],
};
