// @complete: no-jwt-in-web-storage
import { create } from 'zustand';
import { createJSONStorage, devtools, persist } from 'zustand/middleware';

interface AuthState {
  user: { id: string; name: string } | null;
  accessToken: string | null;
  signIn: (user: AuthState['user'], accessToken: string) => void;
}

// bad: no-jwt-in-web-storage -- persist's default is localStorage
export const useAuth = create<AuthState>()(
  persist(
    (set) => ({
      user: null,
      accessToken: null,
      signIn: (user, accessToken) => set({ user, accessToken }),
    }),
    { name: 'auth' },
  ),
);

// bad: no-jwt-in-web-storage -- sessionStorage is no better
export const useTabAuth = create<AuthState>()(
  devtools(
    persist(
      (set) => ({
        user: null,
        accessToken: null,
        signIn: (user, accessToken) => set({ user, accessToken }),
      }),
      { name: 'tab-auth', storage: createJSONStorage(() => sessionStorage) },
    ),
  ),
);

// bad: no-jwt-in-web-storage -- keeps just the token
export const useTokenOnly = create<AuthState>()(
  persist(
    (set) => ({
      user: null,
      accessToken: null,
      signIn: (user, accessToken) => set({ user, accessToken }),
    }),
    { name: 'token-only', partialize: (state) => ({ accessToken: state.accessToken }) },
  ),
);

// ok: no-jwt-in-web-storage -- partialize drops the token
export const useProfile = create<AuthState>()(
  persist(
    (set) => ({
      user: null,
      accessToken: null,
      signIn: (user, accessToken) => set({ user, accessToken }),
    }),
    { name: 'profile', partialize: (state) => ({ user: state.user }) },
  ),
);

// ok: no-jwt-in-web-storage -- in memory
export const useMemoryAuth = create<AuthState>()((set) => ({
  user: null,
  accessToken: null,
  signIn: (user, accessToken) => set({ user, accessToken }),
}));
