// @complete: no-jwt-in-web-storage
import { openDB } from 'idb';
import { del, get, set, createStore } from 'idb-keyval';
import localforage from 'localforage';

const drafts = createStore('notes', 'drafts');
const sessionDb = localforage.createInstance({ name: 'notes', storeName: 'session' });

export async function signIn(email: string, password: string) {
  const res = await fetch('/api/token', { method: 'POST', body: JSON.stringify({ email, password }) });
  const tokens: { access_token: string; refresh_token: string; user: { id: string } } = await res.json();
  // bad: no-jwt-in-web-storage
  // fix: no-jwt-in-web-storage
  await set('refreshToken', tokens.refresh_token);
  // bad: no-jwt-in-web-storage
  await localforage.setItem('jwt', tokens.access_token);
  // bad: no-jwt-in-web-storage
  await sessionDb.setItem('access_token', tokens.access_token);
  // ok: no-jwt-in-web-storage
  await set('lastUserId', tokens.user.id);
  return tokens.user;
}

export async function header() {
  // bad: no-jwt-in-web-storage
  const token = await get<string>('accessToken');
  return { authorization: `Bearer ${token}` };
}

export async function openSession(token: string) {
  const db = await openDB('notes-session', 1, { upgrade: (d) => d.createObjectStore('kv') });
  // bad: no-jwt-in-web-storage
  await db.put('kv', token, 'authToken');
}

export async function keepDraft(id: string, text: string) {
  // ok: no-jwt-in-web-storage
  await set(id, text, drafts);
  // ok: no-jwt-in-web-storage
  await localforage.setItem(`draft:${id}`, text);
}

export async function forget() {
  // ok: no-jwt-in-web-storage
  await del('refreshToken');
  // ok: no-jwt-in-web-storage
  await localforage.removeItem('jwt');
}
