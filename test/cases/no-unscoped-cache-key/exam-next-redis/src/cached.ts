// @complete: no-unscoped-cache-key
import { unstable_cache } from 'next/cache';
import { loadBoard, loadSettings } from './store.js';

// ok: no-unscoped-cache-key -- the arguments of the cached function are part of the key
export const getBoard = unstable_cache(async (id: string) => loadBoard(id), ['board']);

export function getSettings(userId: string) {
  // bad: no-unscoped-cache-key -- userId is closed over and not in the key
  return unstable_cache(async () => loadSettings(userId), ['settings'])();
}

export function getSettingsFor(userId: string) {
  // ok: no-unscoped-cache-key
  return unstable_cache(async () => loadSettings(userId), ['settings', userId])();
}
