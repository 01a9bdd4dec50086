// @complete: no-jwt-in-web-storage
import { defineStore } from 'pinia';

interface User {
  id: string;
  name: string;
}

// bad: no-jwt-in-web-storage -- the whole state, token included, goes to localStorage
export const useAuthStore = defineStore('auth', {
  state: () => ({ user: null as User | null, accessToken: null as string | null }),
  actions: {
    async logIn(email: string, password: string) {
      const res = await fetch('/api/login', { method: 'POST', body: JSON.stringify({ email, password }) });
      const body = await res.json();
      this.user = body.user;
      this.accessToken = body.accessToken;
    },
  },
  persist: true,
});

// ok: no-jwt-in-web-storage -- only the profile is kept
export const useProfileStore = defineStore('profile', {
  state: () => ({ user: null as User | null, accessToken: null as string | null, locale: 'en' }),
  persist: { pick: ['locale'] },
});

// ok: no-jwt-in-web-storage -- nothing is kept
export const useMemoryAuthStore = defineStore('memory-auth', {
  state: () => ({ accessToken: null as string | null }),
});

// ok: no-jwt-in-web-storage -- no token in it
export const useCartStore = defineStore('cart', {
  state: () => ({ lines: [] as { sku: string; quantity: number }[] }),
  persist: { storage: localStorage },
});
