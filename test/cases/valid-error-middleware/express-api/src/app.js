// @complete: valid-error-middleware
const express = require('express');
const errors = require('./errors');

const app = express();
app.get('/', (req, res) => res.json({}));
app.use(errors.handleErrors);
app.use(errors.reportErrors);

// bad: valid-error-middleware
// fix: valid-error-middleware
app.use((err, req, res) => {
  res.status(500).send('failed');
});

// bad: valid-error-middleware -- nobody answers
app.use((err, req, res, next) => {
  console.error(err);
});

app.use((err, req, res, next) => {
  console.error(err);
  // bad: valid-error-middleware -- goes on as if nothing had happened
  next();
});

// bad: valid-error-middleware -- only some errors are answered
app.use((err, req, res, next) => {
  if (err.status === 404) {
    res.status(404).json({ error: 'not found' });
  } else if (err.status) {
    console.error(err);
  } else {
    res.status(500).json({ error: 'failed' });
  }
});

// ok: valid-error-middleware
app.use((err, req, res, next) => {
  if (!err) return next();
  if (res.headersSent) return next(err);
  res.status(err.status || 500).json({ error: 'failed' });
});

// ok: valid-error-middleware
app.use(function (error, req, res, next) {
  if (error.type === 'entity.too.large') return errors.answerWith({ status: 413, title: 'too large' }, req, res);
  next(error);
});

// ok: valid-error-middleware
app.use((err, req, res, _next) => {
  res.status(500);
  res.end();
});
