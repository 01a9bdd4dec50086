import type { Library, MemberRow } from '../../model/library.js';
import type { OutgoingRow } from '../../model/rows/outgoing.js';

/** https://axios-http.com/docs/req_config: `timeout` is 0 by default, which is none; an agent may have one of its own. */
const LIMITS = ['timeout', 'signal', 'httpsAgent.timeout', 'httpAgent.timeout'];
const base = { limits: LIMITS, waits: null, write: 'timeout: 10_000' } as const;

const call = (method: string, options: string): MemberRow => ({
  outgoing: {
    ...base,
    does: 'request',
    url: ['0'],
    method,
    ...(options === '2' ? { body: ['1'] } : {}),
    options: [options],
  },
});
const configured: MemberRow = {
  outgoing: {
    ...base,
    does: 'request',
    url: ['0.url', '0'],
    method: '0.method',
    body: ['0.data'],
    options: ['1', '0'],
  },
};
const create: MemberRow = {
  returns: 'Axios',
  outgoing: { ...base, does: 'client', url: ['0.baseURL'], options: ['0'] } satisfies OutgoingRow,
};

const members: Readonly<Record<string, MemberRow>> = {
  request: configured,
  get: call('GET', '1'),
  delete: call('DELETE', '1'),
  head: call('HEAD', '1'),
  options: call('OPTIONS', '1'),
  post: call('POST', '2'),
  put: call('PUT', '2'),
  patch: call('PATCH', '2'),
  postForm: call('POST', '2'),
  putForm: call('PUT', '2'),
  patchForm: call('PATCH', '2'),
};

/** https://axios-http.com/docs/instance */
export const axios: Library = {
  name: 'axios',
  kind: 'clients',
  modules: ['axios'],
  client: 'Axios',
  exports: {
    default: { type: 'Axios' },
    Axios: { new: 'Axios', construct: { outgoing: create.outgoing! } },
    create,
    AxiosInstance: { annotation: 'Axios' },
    AxiosStatic: { annotation: 'Axios' },
  },
  types: { Axios: { call: configured, members: { ...members, create, defaults: {}, interceptors: {} } } },
};

/** https://docs.nestjs.com/techniques/http-module: an axios of Observables, with the options of its module. */
export const nestAxios: Library = {
  name: 'nestjs-axios',
  kind: 'clients',
  modules: ['@nestjs/axios'],
  client: 'HttpService',
  exports: {
    HttpService: { new: 'HttpService' },
    HttpModule: { type: 'HttpModule' },
  },
  types: {
    HttpService: { members: { ...members, axiosRef: { type: 'axios.Axios' } } },
    HttpModule: { members: { register: {}, registerAsync: {} } },
  },
};
