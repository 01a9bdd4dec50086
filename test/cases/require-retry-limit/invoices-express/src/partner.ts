// @complete: require-retry-limit
import axios from 'axios';
import axiosRetry, { exponentialDelay } from 'axios-retry';
import pRetry from 'p-retry';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const plain = axios.create({ timeout: 3_000 });
// bad: require-retry-limit -- no delay by default
axiosRetry(plain, { retries: 3 });
const patient = axios.create({ timeout: 3_000 });
// ok: require-retry-limit
axiosRetry(patient, { retries: 3, retryDelay: exponentialDelay });

export async function rates() {
  // bad: require-retry-limit -- for ever
  while (true) {
    try {
      return await axios.get('https://rates.example.com', { timeout: 2_000 });
    } catch {
      await sleep(1_000);
    }
  }
}

export async function limits(id: string) {
  let last: unknown;
  // bad: require-retry-limit -- no pause
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await axios.get(`https://limits.example.com/${id}`, { timeout: 2_000 });
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

export async function profile(id: string) {
  // bad: require-retry-limit -- a 404 is tried five times
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await axios.get(`https://profiles.example.com/${id}`, { timeout: 2_000 });
    } catch {
      await sleep(2 ** attempt * 100);
    }
  }
  return null;
}

export async function score(id: string) {
  // ok: require-retry-limit
  for (let attempt = 0; ; attempt++) {
    try {
      return await axios.get(`https://scores.example.com/${id}`, { timeout: 2_000 });
    } catch (error) {
      const status = axios.isAxiosError(error) ? error.response?.status : undefined;
      if (attempt >= 3 || (status !== undefined && status < 500 && status !== 429)) throw error;
      await sleep(2 ** attempt * 100 + Math.random() * 100);
    }
  }
}

// bad: require-retry-limit
export const stock = (id: string) => pRetry(() => plain.get(`/stock/${id}`), { retries: Infinity });
// ok: require-retry-limit
export const price = (id: string) => pRetry(() => plain.get(`/price/${id}`), { retries: 4 });

export async function token(): Promise<string> {
  try {
    const { data } = await axios.post('https://auth.example.com/token', {}, { timeout: 2_000 });
    return data.token;
  } catch {
    await sleep(500);
    // bad: require-retry-limit -- calls itself as it was called
    return token();
  }
}

export async function secondToken(attempts = 3): Promise<string> {
  try {
    const { data } = await axios.post('https://auth.example.com/token', {}, { timeout: 2_000 });
    return data.token;
  } catch (error) {
    if (attempts <= 1 || !axios.isAxiosError(error) || error.response) throw error;
    await sleep(500);
    // ok: require-retry-limit
    return secondToken(attempts - 1);
  }
}
