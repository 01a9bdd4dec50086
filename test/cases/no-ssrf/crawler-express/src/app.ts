// @complete: no-ssrf
import express from 'express';
import http from 'node:http';
import got from 'got';
import puppeteer from 'puppeteer';
import { assertPublic } from './public.js';

const app = express();
app.use(express.json());

app.post('/shot', async (req, res) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  // bad: no-ssrf
  await page.goto(req.body.url);
  res.send(await page.screenshot());
});

app.get('/proxy', (req, res) => {
  // bad: no-ssrf
  http.get(String(req.query.target), (answer) => answer.pipe(res));
});

app.get('/status/:service', async (req, res) => {
  // bad: no-ssrf
  const answer = await got(`http://${req.params.service}:8080/health`);
  res.json(answer.body);
});

app.post('/hook', async (req, res) => {
  await assertPublic(req.body.hook);
  // bad: no-ssrf -- what it is redirected to was not looked at
  await fetch(req.body.hook, { method: 'POST' });
  res.end();
});

app.post('/hook2', async (req, res) => {
  await assertPublic(req.body.hook);
  // ok: no-ssrf -- looked up, and redirects are not followed
  await fetch(req.body.hook, { method: 'POST', redirect: 'manual' });
  res.end();
});

app.get('/weather', async (req, res) => {
  const url = new URL('https://api.weather.example/v1/forecast');
  url.searchParams.set('city', String(req.query.city));
  // ok: no-ssrf -- a fixed host with a parameter
  const answer = await fetch(url);
  res.json(await answer.json());
});

app.get('/orders/:id', async (req, res) => {
  const base = process.env.ORDERS_URL;
  // ok: no-ssrf -- the configured host
  const answer = await fetch(`${base}/orders/${req.params.id}`);
  res.json(await answer.json());
});

export default app;
