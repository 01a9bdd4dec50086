// @complete: require-retry-limit
import axios from 'axios';
import axiosRetry from 'axios-retry';
import got from 'got';

export const crm = axios.create({ baseURL: process.env.CRM_URL, timeout: 5_000 });
// ok: require-retry-limit -- idempotent network errors and 5xx by default
axiosRetry(crm, { retries: 3, retryDelay: axiosRetry.exponentialDelay });

export const erp = axios.create({ baseURL: process.env.ERP_URL, timeout: 5_000 });
// bad: require-retry-limit -- on every error, at once
axiosRetry(erp, { retries: 5, retryCondition: () => true });

export const tax = axios.create({ baseURL: process.env.TAX_URL, timeout: 5_000 });
// bad: require-retry-limit -- for ever
axiosRetry(tax, { retries: Infinity, retryDelay: axiosRetry.exponentialDelay });

// ok: require-retry-limit
export const files = got.extend({ prefixUrl: process.env.FILES_URL, retry: { limit: 3 }, timeout: { request: 5_000 } });
