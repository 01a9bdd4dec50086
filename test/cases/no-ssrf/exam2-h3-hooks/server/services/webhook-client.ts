// @complete: no-ssrf
import axios, { type AxiosInstance } from 'axios';

export class WebhookClient {
  private readonly http: AxiosInstance;

  constructor(private readonly target: string) {
    this.http = axios.create({ baseURL: target, timeout: 3000, maxRedirects: 0 });
  }

  async deliver(payload: unknown): Promise<number> {
    const response = await this.http.post('/', payload);
    return response.status;
  }
}

export async function fetchJson<T>(options: { url: string; method?: string; headers?: Record<string, string> }): Promise<T> {
  const { url, ...init } = options;
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(3000) });
  return (await response.json()) as T;
}

export const ping = (host: string, port = 443): Promise<Response> => fetch(`https://${host}:${port}/health`);
