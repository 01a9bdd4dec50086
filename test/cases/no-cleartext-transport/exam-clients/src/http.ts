// @complete: no-cleartext-transport
import axios from 'axios';
import got from 'got';
import ky from 'ky';
import http from 'node:http';
import { request } from 'undici';
import { NAMESPACE, PARTNER, SAFE_PARTNER } from './config';

// bad: no-cleartext-transport
// fix: no-cleartext-transport
export const crm = axios.create({ baseURL: 'http://crm.example-corp.com/api', timeout: 5000, headers: { Authorization: `Bearer ${process.env.CRM_TOKEN}` } });
// ok: no-cleartext-transport
export const crmSafe = axios.create({ baseURL: 'https://crm.example-corp.com/api', timeout: 5000 });
// bad-cross: no-cleartext-transport
export const partner = got.extend({ prefixUrl: PARTNER, timeout: { request: 5000 } });
// ok-cross: no-cleartext-transport
export const partnerSafe = ky.create({ prefixUrl: SAFE_PARTNER, timeout: 5000 });

export async function login(username: string, password: string) {
  const signal = AbortSignal.timeout(5000);
  // bad: no-cleartext-transport
  // fix: no-cleartext-transport
  await fetch('http://login.acme-payments.com/session', { method: 'POST', body: JSON.stringify({ username, password }), signal });
  // bad-cross: no-cleartext-transport
  await fetch(`${PARTNER}/orders`, { signal });
  // ok: no-cleartext-transport
  await fetch('http://localhost:4000/session', { signal });
  // ok: no-cleartext-transport
  await fetch('http://127.0.0.1:4000/session', { signal });
  // ok: no-cleartext-transport -- a container's single-label name
  await fetch('http://orders:8080/health', { signal });
  // ok: no-cleartext-transport
  await fetch('http://orders.default.svc.cluster.local/health', { signal });
  // ok: no-cleartext-transport
  await fetch('http://169.254.169.254/latest/meta-data/iam', { signal });
  // bad: no-cleartext-transport
  await request('http://inventory.acme-payments.com/items', { method: 'POST', body: '{}' });
  // bad: no-cleartext-transport
  http.get({ host: 'inventory.acme-payments.com', path: '/items', headers: { authorization: process.env.TOKEN } });
  // ok: no-cleartext-transport
  return `<svg xmlns="${NAMESPACE}"/>`;
}
