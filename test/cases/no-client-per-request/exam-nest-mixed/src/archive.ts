import { Pool } from 'pg';

export function connectArchive() {
  return new Pool({ connectionString: process.env.ARCHIVE_URL, max: 2 });
}
