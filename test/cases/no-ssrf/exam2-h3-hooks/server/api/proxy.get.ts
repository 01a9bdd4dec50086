// @complete: no-ssrf
import axios from 'axios';
import { request as graphql } from 'graphql-request';
import http from 'node:http';
import net from 'node:net';

const ORIGINS = ['https://a.example.com', 'https://b.example.com'];
const api = axios.create({ baseURL: 'https://api.example.com' });

export default defineEventHandler(async (event) => {
  const { target, path, host, origin, mode, redirect } = getQuery(event);
  // bad: no-ssrf
  if (mode === 'proxy') return sendProxy(event, String(target));

  // bad: no-ssrf
  http.get({ hostname: origin as string, path: '/status' });
  // bad: no-ssrf
  net.connect(443, String(host));
  // bad: no-ssrf
  await graphql(String(target), '{ me { id } }');
  // bad: no-ssrf
  await axios({ url: `http://${host}/api`, method: 'get' });
  // bad: no-ssrf
  await axios.request({ baseURL: String(target), url: '/x' });

  const header = getHeader(event, 'x-forwarded-host');
  // bad: no-ssrf
  await $fetch(`https://${header}/callback`);
  const cookie = getCookie(event, 'backend');
  // bad: no-ssrf
  await $fetch('https://' + cookie + '/session');

  const url = new URL(String(target));
  if (!ORIGINS.includes(url.origin)) throw createError({ statusCode: 400 });
  // ok: no-ssrf -- origin from a list, no redirects
  await fetch(url.href, { redirect: 'manual' });

  // ok: no-ssrf -- a number
  const page = await api.get(`/items/${Number(path)}`);
  const id = getRouterParam(event, 'id');
  // ok: no-ssrf -- encoded segment
  await api.get(`/items/${encodeURIComponent(id ?? '')}`);
  return { page: page.data, redirect };
});
