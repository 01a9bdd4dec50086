// @complete: no-jwt-in-web-storage
'use client';
import { atom } from 'jotai';
import { atomWithStorage, createJSONStorage } from 'jotai/utils';
import { KEYS } from './keys';

// bad: no-jwt-in-web-storage
export const tokenAtom = atomWithStorage<string | null>('token', null);

// bad: no-jwt-in-web-storage
export const refreshTokenAtom = atomWithStorage<string | null>(
  'wiki:refresh-token',
  null,
  createJSONStorage<string | null>(() => sessionStorage),
);

// bad-cross: no-jwt-in-web-storage -- the key's text says it
export const credentialAtom = atomWithStorage<string | null>(KEYS.auth, null);

// ok-cross: no-jwt-in-web-storage
export const fontAtom = atomWithStorage(KEYS.font, 'serif');

// ok: no-jwt-in-web-storage
export const themeAtom = atomWithStorage<'light' | 'dark'>('theme', 'light');

// ok: no-jwt-in-web-storage -- memory
export const accessTokenAtom = atom<string | null>(null);

// ok: no-jwt-in-web-storage -- in memory too
export const authHeaderAtom = atom((get) => ({ authorization: `Bearer ${get(accessTokenAtom)}` }));
