// @complete: no-jwt-in-web-storage
import { useState } from 'react';

// ok: no-jwt-in-web-storage -- a generic hook; who gives it a token is reported
export function useStored(key: string, initial: string) {
  const [value, setValue] = useState(() => window.localStorage.getItem(key) ?? initial);
  const store = (next: string) => {
    window.localStorage.setItem(key, next);
    setValue(next);
  };
  return [value, store] as const;
}
