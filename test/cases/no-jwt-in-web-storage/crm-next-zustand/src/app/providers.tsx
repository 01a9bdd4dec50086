// @complete: no-jwt-in-web-storage
'use client';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';

const AuthContext = createContext<{ token: string | null; save: (token: string) => void }>({ token: null, save: () => undefined });

export function AuthProvider({ children }: { children: ReactNode }) {
  const [token, setToken] = useState<string | null>(null);

  useEffect(() => {
    // bad: no-jwt-in-web-storage
    setToken(window.localStorage.getItem('crm.access_token'));
  }, []);

  const save = (next: string) => {
    // bad: no-jwt-in-web-storage
    // fix: no-jwt-in-web-storage
    window.localStorage.setItem('crm.access_token', next);
    setToken(next);
  };

  useEffect(() => {
    // ok: no-jwt-in-web-storage -- another key
    const tour = window.localStorage.getItem('crm.tour.done');
    if (!tour) window.localStorage.setItem('crm.tour.done', '1');
  }, []);

  return <AuthContext.Provider value={{ token, save }}>{children}</AuthContext.Provider>;
}

export const useToken = () => useContext(AuthContext).token;
