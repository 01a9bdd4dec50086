// @complete: require-request-timeout
/** Every call of this service goes through here. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  // ok: require-request-timeout -- the helper's own signal
  return fetch(`${process.env.CATALOG_URL}${path}`, { ...init, signal: AbortSignal.timeout(5_000) });
}

/** Leaves the time to its callers, and none of them gives one. */
export async function proxy(path: string, init?: RequestInit): Promise<Response> {
  // bad-cross: require-request-timeout
  // fix: require-request-timeout
  return fetch(`${process.env.CATALOG_URL}${path}`, init);
}

/** Leaves the time to its callers, and they give one. */
export async function forward(path: string, init: RequestInit): Promise<Response> {
  // ok-cross: require-request-timeout
  return fetch(`${process.env.CATALOG_URL}${path}`, { ...init, headers: { accept: 'application/json' } });
}

export async function withTimeout<T>(promise: Promise<T>, ms: number): Promise<T> {
  const timer = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('timeout')), ms));
  return Promise.race([promise, timer]);
}
