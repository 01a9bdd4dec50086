import type { ExportRow, Library } from '../../model/library.js';

const handle: ExportRow = { storage: { does: 'handle', medium: 'web', key: '0', value: '1' } };
const cookie: ExportRow = { storage: { does: 'handle', medium: 'cookie', key: '0' } };
/** The third argument may be another storage. */
const withStore: ExportRow = { storage: { does: 'handle', medium: 'web', key: '0', value: '1', store: '2' } };
/** Everything in one object: `{ key, defaultValue }`. */
const byOptions: ExportRow = { storage: { does: 'handle', medium: 'web', key: '0.key', value: '0.defaultValue' } };

/** https://jotai.org/docs/utilities/storage */
export const jotai: Library = {
  name: 'jotai',
  kind: 'storage',
  modules: ['jotai/utils', 'jotai/vanilla/utils'],
  exports: { atomWithStorage: withStore },
};

/** https://vueuse.org/core/useStorage */
export const vueuse: Library = {
  name: 'vueuse',
  kind: 'storage',
  modules: ['@vueuse/core', '@vueuse/nuxt'],
  exports: {
    useStorage: withStore,
    useStorageAsync: withStore,
    useLocalStorage: handle,
    useSessionStorage: handle,
  },
};

/**
 * React's hooks over web storage: https://usehooks-ts.com, https://github.com/streamich/react-use,
 * https://ahooks.js.org, https://usehooks.com, https://mantine.dev/hooks/use-local-storage,
 * https://github.com/astoilkov/use-local-storage-state
 */
export const storageHooks: readonly Library[] = [
  {
    name: 'usehooks-ts',
    kind: 'storage',
    modules: ['usehooks-ts', '@uidotdev/usehooks'],
    exports: {
      useLocalStorage: handle,
      useSessionStorage: handle,
      useReadLocalStorage: { storage: { does: 'read', medium: 'web', key: '0' } },
    },
  },
  {
    name: 'react-use',
    kind: 'storage',
    modules: ['react-use'],
    exports: { useLocalStorage: handle, useSessionStorage: handle, useCookie: cookie },
  },
  ...(['useLocalStorage', 'useSessionStorage', 'useCookie'] as const).map((name): Library => ({
    name: `react-use-${name}`,
    kind: 'storage',
    modules: [`react-use/lib/${name}`, `react-use/esm/${name}`],
    exports: { default: name === 'useCookie' ? cookie : handle },
  })),
  {
    name: 'ahooks',
    kind: 'storage',
    modules: ['ahooks'],
    exports: { useLocalStorageState: handle, useSessionStorageState: handle, useCookieState: cookie },
  },
  {
    name: 'mantine-hooks',
    kind: 'storage',
    modules: ['@mantine/hooks'],
    exports: {
      useLocalStorage: byOptions,
      useSessionStorage: byOptions,
      readLocalStorageValue: { storage: { does: 'read', medium: 'web', key: '0.key' } },
      readSessionStorageValue: { storage: { does: 'read', medium: 'web', key: '0.key' } },
    },
  },
  {
    name: 'use-local-storage-state',
    kind: 'storage',
    modules: ['use-local-storage-state'],
    exports: { default: handle },
  },
];
