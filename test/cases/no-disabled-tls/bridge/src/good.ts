// @complete: no-disabled-tls
import fs from 'node:fs';
import https from 'node:https';
import tls from 'node:tls';
import { Pool } from 'pg';

// ok: no-disabled-tls
export const agent = new https.Agent({ ca: fs.readFileSync('/etc/ca.pem'), rejectUnauthorized: true });
// ok: no-disabled-tls
export const pool = new Pool({ ssl: { rejectUnauthorized: process.env.NODE_ENV === 'production' } });
// ok: no-disabled-tls
export const local = process.env.NODE_ENV === 'development' ? new Pool({ ssl: { rejectUnauthorized: false } }) : new Pool();
// ok: no-disabled-tls
export const modern = tls.connect({ host: 'pay.example.com', port: 443, minVersion: 'TLSv1.2' });
// ok: no-disabled-tls
export const named = tls.connect({ host: 'pay.example.com', checkServerIdentity: (host, cert) => tls.checkServerIdentity(host, cert) });
