// @complete: no-jwt-in-web-storage
'use client';
import { useAtom } from 'jotai';
import { accessTokenAtom } from './atoms';

export function TokenGate({ children }: { children: React.ReactNode }) {
  // ok-cross: no-jwt-in-web-storage -- an atom of memory
  const [token, setToken] = useAtom(accessTokenAtom);

  async function renew() {
    const res = await fetch('/api/refresh', { method: 'POST', credentials: 'include' });
    const { accessToken } = await res.json();
    // ok: no-jwt-in-web-storage
    setToken(accessToken);
  }

  return token ? children : <button onClick={renew}>Continue</button>;
}
