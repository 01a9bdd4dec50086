import type { Library, MemberRow } from '../../model/library.js';

/** https://zustand.docs.pmnd.rs/middlewares/persist; `getStorage` is version 4's. The default is localStorage. */
export const zustandPersist: Library = {
  name: 'zustand-persist',
  kind: 'storage',
  modules: ['zustand/middleware'],
  exports: {
    persist: {
      storage: {
        does: 'persist',
        medium: 'web',
        persist: { state: ['0'], options: ['1'], store: ['storage', 'getStorage'], partial: 'partialize' },
      },
    },
  },
};

const reducer: MemberRow = {
  storage: {
    does: 'persist',
    medium: 'web',
    persist: { state: ['1'], options: ['0'], store: ['storage'], pick: ['whitelist'], omit: ['blacklist'] },
  },
};

/** https://github.com/rt2zz/redux-persist */
export const reduxPersist: Library = {
  name: 'redux-persist',
  kind: 'storage',
  modules: ['redux-persist', 'redux-persist/lib/persistReducer', 'redux-persist/es/persistReducer'],
  exports: { persistReducer: reducer, persistCombineReducers: reducer },
};

export const reduxPersistStorage: Library = {
  name: 'redux-persist-storage',
  kind: 'storage',
  modules: ['lib', 'es'].flatMap((build) => [
    `redux-persist/${build}/storage`,
    `redux-persist/${build}/storage/session`,
    `redux-persist/${build}/storage/createWebStorage`,
  ]),
  exports: { default: { type: 'Backend' } },
  types: {
    Backend: {
      extends: 'web-storage.Storage',
      // createWebStorage('local') is called; the others are the storage itself.
      call: { returns: 'web-storage.Storage' },
    },
  },
};

/** https://prazdevs.github.io/pinia-plugin-persistedstate: the plugin's options stand in the store's. `paths` is version 3's. */
export const piniaPersist: Library = {
  name: 'pinia-persist',
  kind: 'storage',
  modules: ['pinia'],
  exports: {
    defineStore: {
      storage: {
        does: 'persist',
        medium: 'web',
        persist: {
          state: ['1.state', '0.state', '1'],
          options: ['2.persist', '1.persist', '0.persist'],
          optIn: true,
          store: ['storage'],
          pick: ['pick', 'paths'],
          omit: ['omit'],
        },
      },
    },
  },
};
