import type { Library } from '../../model/library.js';

/**
 * Plain files of a mobile app. https://react-native-async-storage.github.io/async-storage (2: multiSet, multiGet;
 * 3: setMany, getMany). Also `AsyncStorage` of react-native itself, which old apps still import.
 */
export const asyncStorage: Library = {
  name: 'async-storage',
  kind: 'storage',
  modules: ['@react-native-async-storage/async-storage', '@react-native-community/async-storage', 'react-native'],
  exports: {
    default: { type: 'Store' },
    AsyncStorage: { type: 'Store', annotation: 'Store' },
    AsyncStorageStatic: { annotation: 'Store' },
    createAsyncStorage: { returns: 'Store' },
    useAsyncStorage: { storage: { does: 'handle', medium: 'native', key: '0' } },
  },
  types: {
    Store: {
      members: {
        setItem: { storage: { does: 'write', medium: 'native', key: '0', value: '1' } },
        mergeItem: { storage: { does: 'write', medium: 'native', key: '0', value: '1' } },
        getItem: { storage: { does: 'read', medium: 'native', key: '0' } },
        multiSet: { storage: { does: 'write', medium: 'native', entries: '0' } },
        multiMerge: { storage: { does: 'write', medium: 'native', entries: '0' } },
        multiGet: { storage: { does: 'read', medium: 'native', entries: '0' } },
        setMany: { storage: { does: 'write', medium: 'native', entries: '0' } },
        getMany: { storage: { does: 'read', medium: 'native', entries: '0' } },
      },
    },
  },
};

/** https://capacitorjs.com/docs/apis/preferences: UserDefaults and SharedPreferences, unencrypted. */
export const capacitorPreferences: Library = {
  name: 'capacitor-preferences',
  kind: 'storage',
  modules: ['@capacitor/preferences'],
  exports: { Preferences: { type: 'Preferences' }, PreferencesPlugin: { annotation: 'Preferences' } },
  types: {
    Preferences: {
      members: {
        set: { storage: { does: 'write', medium: 'native', key: '0.key', value: '0.value' } },
        get: { storage: { does: 'read', medium: 'native', key: '0.key' } },
      },
    },
  },
};
