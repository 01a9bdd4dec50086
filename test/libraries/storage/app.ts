import AsyncStorage from '@react-native-async-storage/async-storage';
import { Preferences } from '@capacitor/preferences';
import { useStorage } from '@vueuse/core';
import { setCookie as setNextCookie } from 'cookies-next';
import { openDB } from 'idb';
import { set, setMany } from 'idb-keyval';
import { atomWithStorage, createJSONStorage } from 'jotai/utils';
import Cookies from 'js-cookie';
import localforage from 'localforage';
import { parseCookies } from 'nookies';
import { defineStore } from 'pinia';
import { useCookies } from 'react-cookie';
import { persistReducer } from 'redux-persist';
import storage from 'redux-persist/lib/storage';
import UniversalCookie from 'universal-cookie';
import { persist } from 'zustand/middleware';

const tab = window.sessionStorage;
tab.setItem('draft', 'a');
export const draft = tab.draft;
localStorage['theme'] = 'dark';
document.cookie = `lang=${navigator.language}; path=/`;
AsyncStorage.multiSet([
  ['a', '1'],
  ['b', '2'],
]);
Preferences.set({ key: 'c', value: '3' });
export const columns = useStorage('columns', ['id'], sessionStorage);
setNextCookie('seen', '1');
setNextCookie('seen', '1', { req, res });
set('d', 4);
setMany([['e', 5]]);
export const font = atomWithStorage(
  'font',
  'serif',
  createJSONStorage(() => sessionStorage),
);
Cookies.withAttributes({ path: '/' }).set('f', '6');
localforage.createInstance({ name: 'x' }).getItem('g');
export const { consent } = parseCookies();
export const useCart = defineStore('cart', { state: () => ({ lines: [] }), persist: { storage: localStorage } });
export function Banner() {
  const [cookies, setCookie] = useCookies(['h']);
  setCookie('h', '7');
  return cookies.h;
}
export const cart = persistReducer({ key: 'cart', storage }, (state = { lines: [] }) => state);
new UniversalCookie(null, { path: '/' }).set('i', '8');
new UniversalCookie(req.headers.cookie).set('i', '8');
export const ui = persist(() => ({ open: true }), { name: 'ui' });
export async function keep(text: string) {
  const db = await openDB('notes', 1);
  await db.put('drafts', text, 'j');
  await db.transaction('drafts', 'readwrite').objectStore('drafts').get('k');
}
