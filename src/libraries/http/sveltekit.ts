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
    json: { response: { does: 'value', kind: 'json', status: ['1.status'], body: ['0'] } },
    text: { response: { does: 'value', kind: 'text', status: ['1.status'], body: ['0'] } },
    error: { response: { does: 'throw', kind: 'json', status: ['0'], fallback: 500, body: ['1.message', '1'] } },
    redirect: { response: { does: 'throw', kind: 'redirect', status: ['0'], fallback: 302 } },
    fail: { response: { does: 'value', kind: 'json', status: ['0'], fallback: 400, body: ['1'] } },
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
    Cookies: {
      members: {
        get: { request: 'cookies' },
        getAll: { request: 'cookies' },
        set: { cookie: { name: '0', value: '1', options: '2', sets: ['httpOnly', 'secure', 'sameSite'] } },
        delete: {},
      },
    },
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
