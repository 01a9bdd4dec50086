// @complete: no-client-per-request
import { Pool } from 'pg';
import { createClient } from 'redis';

export async function connectLimiter(url: string) {
  // ok-cross: no-client-per-request
  return createClient({ url }).connect();
}

export function openReplica(url: string) {
  // ok-cross: no-client-per-request
  return new Pool({ connectionString: url, max: 4 });
}

export function openReport(url: string) {
  // bad-cross: no-client-per-request
  return new Pool({ connectionString: url });
}
