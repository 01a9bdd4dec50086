// @complete: no-disabled-tls
import fs from 'node:fs';

// bad: no-disabled-tls
// fix: no-disabled-tls
export const insecure = { rejectUnauthorized: false };

// ok: no-disabled-tls
export const strict = { rejectUnauthorized: true, ca: fs.readFileSync('/etc/ssl/db-ca.pem', 'utf8') };

export const isLocal = process.env.NODE_ENV !== 'production';

/** Only where nothing is served. */
export const byEnvironment = {
  // ok: no-disabled-tls -- certificates are checked in production
  rejectUnauthorized: process.env.NODE_ENV === 'production',
};
