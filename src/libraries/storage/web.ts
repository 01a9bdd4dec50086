import type { Library, MemberRow, TypeRow } from '../../model/library.js';

const page: MemberRow = { type: 'Window' };

/** https://developer.mozilla.org/docs/Web/API/Storage; every other member is an entry: `localStorage.token`. */
const Storage: TypeRow = {
  members: {
    setItem: { storage: { does: 'write', medium: 'web', key: '0', value: '1' } },
    getItem: { storage: { does: 'read', medium: 'web', key: '0' } },
    removeItem: {},
    clear: {},
    key: {},
    length: {},
  },
  others: { storage: { does: 'entry', medium: 'web' } },
};

const window: TypeRow = {
  members: {
    localStorage: { type: 'Storage' },
    sessionStorage: { type: 'Storage' },
    document: { type: 'Document' },
    window: page,
    self: page,
    globalThis: page,
    top: page,
    parent: page,
    frames: page,
  },
};

/** IndexedDB: a key stands beside the value, or inside it (a key path). https://developer.mozilla.org/docs/Web/API/IDBObjectStore */
const put: MemberRow = { storage: { does: 'write', medium: 'database', value: '0', key: '1' } };
const objectStore: TypeRow = {
  members: { put, add: put, get: { storage: { does: 'read', medium: 'database', key: '0' } } },
};

export const webStorage: Library = {
  name: 'web-storage',
  kind: 'storage',
  modules: [],
  exports: {},
  globals: {
    localStorage: { type: 'Storage' },
    sessionStorage: { type: 'Storage' },
    window: page,
    self: page,
    globalThis: page,
    document: { type: 'Document' },
    Storage: { annotation: 'Storage' },
    Window: { annotation: 'Window' },
    Document: { annotation: 'Document' },
    IDBDatabase: { annotation: 'Database' },
    IDBTransaction: { annotation: 'Transaction' },
    IDBObjectStore: { annotation: 'ObjectStore' },
  },
  types: {
    Storage,
    Window: window,
    Document: { members: { defaultView: page } },
    Database: { members: { transaction: { returns: 'Transaction' }, createObjectStore: { returns: 'ObjectStore' } } },
    Transaction: { members: { objectStore: { returns: 'ObjectStore' } } },
    ObjectStore: objectStore,
  },
};

const putInStore: MemberRow = { storage: { does: 'write', medium: 'database', value: '1', key: '2' } };

/** https://github.com/jakearchibald/idb: promises over IndexedDB, with shortcuts on the database itself. */
export const idb: Library = {
  name: 'idb',
  kind: 'storage',
  modules: ['idb'],
  exports: {
    openDB: { returns: 'Database' },
    IDBPDatabase: { annotation: 'Database' },
    IDBPTransaction: { annotation: 'Transaction' },
    IDBPObjectStore: { annotation: 'web-storage.ObjectStore' },
  },
  types: {
    Database: {
      members: {
        put: putInStore,
        add: putInStore,
        get: { storage: { does: 'read', medium: 'database', key: '1' } },
        transaction: { returns: 'Transaction' },
        createObjectStore: { returns: 'web-storage.ObjectStore' },
      },
    },
    Transaction: {
      members: { store: { type: 'web-storage.ObjectStore' }, objectStore: { returns: 'web-storage.ObjectStore' } },
    },
  },
};

/** https://github.com/jakearchibald/idb-keyval */
export const idbKeyval: Library = {
  name: 'idb-keyval',
  kind: 'storage',
  modules: ['idb-keyval'],
  exports: {
    set: { storage: { does: 'write', medium: 'database', key: '0', value: '1' } },
    update: { storage: { does: 'write', medium: 'database', key: '0', value: '1' } },
    get: { storage: { does: 'read', medium: 'database', key: '0' } },
    setMany: { storage: { does: 'write', medium: 'database', entries: '0' } },
    getMany: { storage: { does: 'read', medium: 'database', entries: '0' } },
  },
};

/** https://localforage.github.io/localForage/: IndexedDB, or localStorage where there is none. */
export const localforage: Library = {
  name: 'localforage',
  kind: 'storage',
  modules: ['localforage'],
  exports: { default: { type: 'Instance' }, LocalForage: { annotation: 'Instance' } },
  globals: { localforage: { type: 'Instance' }, LocalForage: { annotation: 'Instance' } },
  types: {
    Instance: {
      members: {
        setItem: { storage: { does: 'write', medium: 'database', key: '0', value: '1' } },
        getItem: { storage: { does: 'read', medium: 'database', key: '0' } },
        createInstance: { returns: 'Instance' },
      },
    },
  },
};
