// @complete: no-jwt-in-web-storage
import { useState, type FormEvent } from 'react';
import { useLocalStorage, useSessionStorage } from 'usehooks-ts';
import { http } from '../lib/http';
import { useStored } from '../lib/use-stored';

export function LoginPage({ onDone }: { onDone: () => void }) {
  const [failed, setFailed] = useState(false);
  // ok: no-jwt-in-web-storage
  const [theme, setTheme] = useLocalStorage('theme', 'light');
  // bad: no-jwt-in-web-storage
  const [, setToken] = useSessionStorage<string | null>('authToken', null);
  // bad-cross: no-jwt-in-web-storage -- the hook writes to localStorage
  const [, setRefreshToken] = useStored('refresh_token', '');
  // ok-cross: no-jwt-in-web-storage
  const [email, setEmail] = useStored('last-email', '');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    try {
      const { data } = await http.post('/auth/login', new FormData(event.currentTarget));
      setToken(data.accessToken);
      setRefreshToken(data.refreshToken);
      onDone();
    } catch {
      setFailed(true);
    }
  }

  return (
    <form onSubmit={submit} data-theme={theme}>
      <input name="email" value={email} onChange={(e) => setEmail(e.target.value)} />
      <input name="password" type="password" />
      {failed && <p>Wrong email or password</p>}
      <button type="button" onClick={() => setTheme('dark')}>
        Dark
      </button>
      <button>Sign in</button>
    </form>
  );
}
