import axios from 'axios';
import got from 'got';

axios.defaults.timeout = 5_000;

export const carrier = got.extend({
  prefixUrl: process.env.CARRIER_URL,
  timeout: { request: 4_000 },
  retry: { limit: 2 },
});

export const http = axios;
