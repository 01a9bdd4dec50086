// @complete: no-sync-io-in-handler
const express = require('express');
const { writeFileSync, promises } = require('fs');
const { execSync } = require('child_process');
const zlib = require('node:zlib');
const bcrypt = require('bcryptjs');
const templates = require('./templates');

const app = express();
templates.warmUp();

app.get('/page/:name', (req, res) => {
  res.send(templates.page(req.params.name) + templates.footer());
});
app.post('/notes', (req, res) => {
  // bad: no-sync-io-in-handler
  writeFileSync('notes.txt', req.body.text);
  res.sendStatus(204);
});
app.post('/users', (req, res) => {
  // bad: no-sync-io-in-handler
  const hash = bcrypt.hashSync(req.body.password, 12);
  res.json({ hash: hash.length });
});
app.get('/zip', (req, res) => {
  // bad: no-sync-io-in-handler
  res.send(zlib.gzipSync('x'.repeat(1e6)));
});
app.use((req, res, next) => {
  // bad: no-sync-io-in-handler
  req.head = execSync('git rev-parse HEAD').toString();
  next();
});
app.get('/async', async (req, res) => {
  // ok: no-sync-io-in-handler
  res.send(await promises.readFile('x.txt', 'utf8'));
});
const store = { saveSync: (x) => x };
app.get('/own', (req, res) => {
  // ok: no-sync-io-in-handler -- no module of Node.js
  res.json(store.saveSync(1));
});
app.listen(3000, () => {
  // ok: no-sync-io-in-handler
  writeFileSync('pid', String(process.pid));
});
