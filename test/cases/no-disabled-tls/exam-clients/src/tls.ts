// @complete: no-disabled-tls
import https from 'node:https';
import { readFileSync } from 'node:fs';

// bad: no-disabled-tls
// fix: no-disabled-tls
export const lax = { rejectUnauthorized: false };
export const strict = { rejectUnauthorized: true, ca: readFileSync('/etc/ssl/rds.pem') };

// bad: no-disabled-tls
// fix: no-disabled-tls
export const laxAgent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });
// ok: no-disabled-tls
export const agent = new https.Agent({ keepAlive: true, ca: readFileSync('/etc/ssl/internal-ca.pem') });

// bad: no-disabled-tls
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
