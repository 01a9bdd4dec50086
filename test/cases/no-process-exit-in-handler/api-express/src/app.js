// @complete: no-process-exit-in-handler
const express = require('express');
const db = require('./db');

const app = express();
app.get('/rows', async (req, res) => res.json(await db.list()));
app.get('/stop', (req, res) => {
  res.send('bye');
  // bad: no-process-exit-in-handler
  process.exit(0);
});
app.use((err, req, res, next) => {
  res.status(500).end();
  // bad: no-process-exit-in-handler
  process.exit(1);
});
const server = app.listen(3000);
db.connect();

// bad: no-process-exit-in-handler
process.on('uncaughtException', (err) => {
  console.error('uncaught', err);
});
// ok: no-process-exit-in-handler
process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
});
