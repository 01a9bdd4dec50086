// @complete: no-reflected-xss
import express from 'express';
import { Elysia } from 'elysia';

export const app = express();

app.get('/error', (req, res) => {
  // bad: no-reflected-xss -- Express sends a text as HTML
  res.status(404).send('No such page: ' + req.query.page);
});

app.get('/plain', (req, res) => {
  // ok: no-reflected-xss
  res.type('text').send('No such page: ' + req.query.page);
});

app.get('/stream', (req, res) => {
  res.setHeader('Content-Type', 'text/html');
  // bad: no-reflected-xss
  res.write(`<p>${req.query.q}</p>`);
  res.end();
});

app.get('/list', (req, res) => {
  const q = req.query.q;
  if (typeof q !== 'string' || !/^[a-z0-9 ]*$/i.test(q)) {
    res.status(400).json({ error: 'q' });
    return;
  }
  // ok: no-reflected-xss -- letters, digits and blanks
  res.send(`<p>${q}</p>`);
});

app.use((err: Error, req: express.Request, res: express.Response, _next: express.NextFunction) => {
  // bad: no-reflected-xss
  res.status(500).send(`<h1>Failed: ${req.originalUrl}</h1>`);
});

export const elysia = new Elysia().get('/hi', ({ query, set }) => {
  set.headers['content-type'] = 'text/html';
  // bad: no-reflected-xss
  return `<h1>Hi ${query.name}</h1>`;
});
