import express from 'express';
import { fail, maybe } from './helpers.js';

const app = express();

app.get('/a', (req, res) => {
  if (!req.query.id) return res.status(404).json({ error: 'Not found' });
  res.status(201);
  res.send('made');
});
app.get('/b', (req, res, next) => {
  res.statusCode = 500;
  fail(res, 422, 'Bad input');
  maybe(res, true);
  next(new Error('x'));
});
app.use((err, req, res, next) => {
  if (res.headersSent) return next(err);
  res.status(err.status ?? 500).json({ message: err.message });
});
