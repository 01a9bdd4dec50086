// @complete: require-request-timeout
export const QUICK = { headersTimeout: 2_000, bodyTimeout: 5_000 };

export function bounded(init: RequestInit = {}): RequestInit {
  return { ...init, signal: AbortSignal.timeout(5_000) };
}

export async function getJson<T>(url: string, init: RequestInit = {}): Promise<T> {
  // ok: require-request-timeout
  const res = await fetch(url, { ...init, signal: AbortSignal.timeout(3_000) });
  if (!res.ok) throw new Error(`upstream answered ${res.status}`);
  return (await res.json()) as T;
}

export async function postJson<T>(url: string, body: unknown, init: RequestInit = {}): Promise<T> {
  // ok: require-request-timeout -- callers may hand a signal in
  const res = await fetch(url, { ...init, method: 'POST', body: JSON.stringify(body) });
  if (!res.ok) throw new Error(`upstream answered ${res.status}`);
  return (await res.json()) as T;
}
