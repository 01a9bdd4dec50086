import type { Library, MemberRow, TypeRow } from '../../model/library.js';

/** All cookies as an object: every member is one. */
const all: TypeRow = { others: { storage: { does: 'entry', medium: 'cookie' } } };

/** https://github.com/js-cookie/js-cookie: writes `document.cookie`, which can't set httpOnly. */
export const jsCookie: Library = {
  name: 'js-cookie',
  kind: 'storage',
  modules: ['js-cookie'],
  exports: { default: { type: 'Cookies' } },
  globals: { Cookies: { type: 'Cookies' } },
  types: {
    Cookies: {
      members: {
        set: { storage: { does: 'write', medium: 'cookie', key: '0', value: '1' } },
        get: { storage: { does: 'read', medium: 'cookie', key: '0' } },
        withAttributes: { returns: 'Cookies' },
        withConverter: { returns: 'Cookies' },
      },
    },
  },
};

/** Given cookies when it is made, it works for a server's request. https://github.com/bendotcodes/cookies */
const jar: TypeRow = {
  members: {
    set: {
      storage: {
        does: 'write',
        medium: 'cookie',
        key: '0',
        value: '1',
        server: ['2.httpOnly'],
        serverMade: '0',
      },
    },
    get: { storage: { does: 'read', medium: 'cookie', key: '0', serverMade: '0' } },
  },
};
const setByHook: MemberRow = { storage: { does: 'write', medium: 'cookie', key: '0', value: '1' } };

export const universalCookie: Library = {
  name: 'universal-cookie',
  kind: 'storage',
  modules: ['universal-cookie', 'react-cookie', '@vueuse/integrations', '@vueuse/integrations/*'],
  exports: {
    default: { new: 'Jar', annotation: 'Jar' },
    Cookies: { new: 'Jar', annotation: 'Jar' },
  },
  types: { Jar: jar },
};

/** `const [cookies, setCookie] = useCookies(['token'])`. */
export const reactCookie: Library = {
  name: 'react-cookie',
  kind: 'storage',
  modules: ['react-cookie'],
  exports: { useCookies: { returns: 'Hook' } },
  types: { Hook: { members: { '0': { type: 'All' }, '1': setByHook } }, All: all },
};

/** https://vueuse.org/integrations/useCookies, https://vueuse.org/integrations/useIDBKeyval */
export const vueuseIntegrations: Library = {
  name: 'vueuse-integrations',
  kind: 'storage',
  modules: ['@vueuse/integrations', '@vueuse/integrations/*'],
  exports: {
    useCookies: { returns: 'universal-cookie.Jar' },
    useIDBKeyval: { storage: { does: 'handle', medium: 'database', key: '0', value: '1' } },
  },
};

const serverOptions = (index: number): readonly string[] =>
  ['req', 'res', 'cookies', 'httpOnly'].map((name) => `${index}.${name}`);
const nextCookies: Readonly<Record<string, MemberRow>> = {
  setCookie: { storage: { does: 'write', medium: 'cookie', key: '0', value: '1', server: serverOptions(2) } },
  getCookie: { storage: { does: 'read', medium: 'cookie', key: '0', server: serverOptions(1) } },
};

/** https://github.com/andreizanik/cookies-next: on the client without a context; `cookies-next/server` is httpOnly's. */
export const cookiesNext: Library = {
  name: 'cookies-next',
  kind: 'storage',
  modules: ['cookies-next', 'cookies-next/client'],
  exports: {
    ...nextCookies,
    useSetCookie: { returns: 'Set' },
    useGetCookie: { returns: 'Get' },
    useReactiveSetCookie: { returns: 'Set' },
    useReactiveGetCookie: { returns: 'Get' },
    useCookiesNext: { returns: 'All' },
  },
  types: {
    Set: { call: nextCookies['setCookie']! },
    Get: { call: nextCookies['getCookie']! },
    All: { members: nextCookies },
  },
};

const nookiesSet: MemberRow = {
  storage: { does: 'write', medium: 'cookie', key: '1', value: '2', server: ['0', '3.httpOnly'] },
};

/** https://github.com/maticzav/nookies: the first argument is the server's context, null in the browser. */
export const nookies: Library = {
  name: 'nookies',
  kind: 'storage',
  modules: ['nookies'],
  exports: {
    setCookie: nookiesSet,
    'default.set': nookiesSet,
    parseCookies: { returns: 'All' },
    'default.get': { returns: 'All' },
  },
  types: { All: { others: { storage: { does: 'entry', medium: 'cookie', serverMade: '0' } } } },
};

/** https://github.com/stevermeister/ngx-cookie-service: the browser's cookies from Angular, injected. */
export const ngxCookieService: Library = {
  name: 'ngx-cookie-service',
  kind: 'storage',
  modules: ['ngx-cookie-service'],
  exports: { CookieService: { new: 'Service', annotation: 'Service' } },
  types: {
    Service: {
      members: {
        set: { storage: { does: 'write', medium: 'cookie', key: '0', value: '1' } },
        get: { storage: { does: 'read', medium: 'cookie', key: '0' } },
      },
    },
  },
};
