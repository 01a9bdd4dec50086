// @complete: no-template-injection
import express from 'express';
import Handlebars from 'handlebars';
import nunjucks from 'nunjucks';
import { preview } from './preview.js';

const app = express();
const welcome = Handlebars.compile('Dear {{name}}');

app.post('/preview', (req, res) => {
  // bad: no-template-injection
  const template = Handlebars.compile(req.body.template);
  res.json({ html: template({ name: 'Ada' }) });
});

app.post('/inbound', (req, res) => {
  // bad-cross: no-template-injection -- the subject of a mail that came in
  res.json({ html: preview(req.body.mail.subject) });
});

app.post('/welcome', (req, res) => {
  // ok: no-template-injection -- data of a constant template
  res.json({ html: welcome({ name: req.body.name }) });
});

app.get('/page', (req, res) => {
  // ok: no-template-injection
  res.render('page', { term: req.query.term });
});

app.get('/all', (req, res) => {
  // bad: no-template-injection -- the engine's options are among the data
  res.render('page', req.query);
});

export default app;
