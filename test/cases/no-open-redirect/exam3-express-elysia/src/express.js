// @complete: no-open-redirect
'use strict';

const express = require('express');
const Joi = require('joi');
const { isAllowed, toPath } = require('./safe');

const app = express();
const schema = Joi.object({ next: Joi.string().pattern(/^\/[a-z]+$/), lang: Joi.string().valid('de', 'en'), url: Joi.string().uri() });

app.get('/login', (req, res) => {
  // bad: no-open-redirect
  res.redirect(req.query.next || '/');
});

app.get('/session', (req, res) => {
  req.session.returnTo = req.query.next;
  // Known miss: put into the session a line before
  res.redirect(req.session.returnTo);
});

app.get('/startswith', (req, res) => {
  const next = String(req.query.next);
  if (!next.startsWith('/')) return res.redirect('/');
  // bad: no-open-redirect -- //evil.com
  return res.redirect(next);
});

app.get('/double', (req, res) => {
  const next = String(req.query.next);
  if (!next.startsWith('/') || next.startsWith('//') || next.startsWith('/\\')) return res.redirect('/');
  // ok: no-open-redirect -- one slash and no second
  return res.redirect(next);
});

app.get('/path', (req, res) => {
  // bad-cross: no-open-redirect -- the path of `/.//evil.com` is `//evil.com`
  res.redirect(toPath(req.query.next));
});

app.get('/allowed', (req, res) => {
  if (!isAllowed(req.query.next)) return res.status(400).end();
  // ok-cross: no-open-redirect
  return res.redirect(req.query.next);
});

app.get('/joi', async (req, res) => {
  const { next, lang, url } = await schema.validateAsync(req.query);
  // ok: no-open-redirect
  if (lang) return res.redirect(`/${lang}/home`);
  // ok: no-open-redirect
  if (next) return res.redirect(next);
  // bad: no-open-redirect
  return res.redirect(url);
});

app.post('/logout', express.urlencoded({ extended: false }), (req, res) => {
  // bad: no-open-redirect
  res.location(req.body.to).sendStatus(302);
});

app.get('/back', (req, res) => {
  // ok: no-open-redirect -- Express' own word for the referer
  res.redirect('back');
});

module.exports = app;
