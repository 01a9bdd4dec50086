// @complete: no-jwt-in-web-storage
import { useDark, useLocalStorage, useSessionStorage, useStorage } from '@vueuse/core';
import { computed } from 'vue';

// bad: no-jwt-in-web-storage
const token = useStorage('access_token', '');
// bad: no-jwt-in-web-storage
const refresh = useLocalStorage<string | null>('refresh-token', null);
// bad: no-jwt-in-web-storage
const idToken = useStorage('id_token', '', sessionStorage);
// ok: no-jwt-in-web-storage
const columns = useStorage('orders:columns', ['id', 'total']);
// ok: no-jwt-in-web-storage
const draft = useSessionStorage('review-draft', '');
// ok: no-jwt-in-web-storage
const dark = useDark({ storageKey: 'color-scheme' });

export function useSession() {
  return { signedIn: computed(() => token.value !== ''), token, refresh, idToken, columns, draft, dark };
}
