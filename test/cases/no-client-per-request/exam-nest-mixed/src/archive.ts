// @complete: no-client-per-request
import { Pool } from 'pg';

export function connectArchive() {
  // bad-cross: no-client-per-request -- a method of a service calls it each time
  return new Pool({ connectionString: process.env.ARCHIVE_URL, max: 2 });
}
