// @complete: no-ssrf
import { z } from 'zod';
import { ofetch } from 'ofetch';
import got from 'got';
import ky from 'ky';
import { request as undiciRequest } from 'undici';
import puppeteer from 'puppeteer';
import { assertKnownHost, avatarUrl, isHttps } from '../utils/urls';
import { fetchJson, ping, WebhookClient } from '../services/webhook-client';

const Body = z.object({
  url: z.string().url(),
  name: z.string(),
  region: z.enum(['eu', 'us']),
  hook: z.string().url().refine((value) => new URL(value).hostname === 'hooks.slack.com'),
  id: z.string().uuid(),
});

export default defineEventHandler(async (event) => {
  const body = await readValidatedBody(event, Body.parse);

  // bad: no-ssrf -- being a URL says nothing about its host
  const page = await $fetch<string>(body.url);
  // bad: no-ssrf
  await ofetch(body.url, { method: 'HEAD' });
  // bad: no-ssrf
  await got.post(body.url, { json: { name: body.name } });
  // bad: no-ssrf
  await ky.get(body.url).json();
  // bad: no-ssrf
  await undiciRequest(body.url);
  // ok: no-ssrf -- an enum in the host
  await $fetch(`https://${body.region}.api.example.com/ping`);
  // ok: no-ssrf -- a UUID in a segment
  await $fetch(`https://api.example.com/items/${body.id}`);
  // ok-cross: no-ssrf -- encoded in the helper
  await $fetch(avatarUrl(body.name));
  // ok: no-ssrf -- the client gives a query parameter
  await $fetch('https://api.example.com/search', { query: { q: body.name } });
  // ok: no-ssrf -- the client's URL is data for a fixed service
  await $fetch('https://screenshots.example.com/v1', { method: 'POST', body: { url: body.url } });

  // bad-cross: no-ssrf
  await fetchJson({ url: body.url, method: 'GET' });
  // ok-cross: no-ssrf
  await fetchJson({ url: 'https://api.example.com/me', headers: { 'x-name': body.name } });
  // bad-cross: no-ssrf
  await ping(body.name);
  // bad-cross: no-ssrf -- the class keeps it as its base URL
  await new WebhookClient(body.url).deliver({ name: body.name });

  const browser = await puppeteer.launch();
  const tab = await browser.newPage();
  // bad: no-ssrf
  await tab.goto(body.url, { waitUntil: 'networkidle0' });
  await browser.close();

  if (!isHttps(body.url)) throw createError({ statusCode: 400 });
  // bad: no-ssrf -- https to any host
  await fetch(body.url);

  const known = assertKnownHost(body.url);
  // ok-cross: no-ssrf -- host allow-list, redirects not followed
  await fetch(known, { redirect: 'manual' });
  // ok: no-ssrf -- the schema pins the host
  await fetch(body.hook, { method: 'POST', redirect: 'error', body: '{}' });
  return { page };
});
