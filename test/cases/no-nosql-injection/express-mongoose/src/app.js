// @complete: no-nosql-injection
const express = require('express');
const { z } = require('zod');
const User = require('./user');
const repository = require('./repository');

const app = express();
app.use(express.json());

const Login = z.object({ email: z.string().email(), password: z.string() });

app.post('/login', async (req, res) => {
  // bad: no-nosql-injection
  // fix: no-nosql-injection
  const user = await User.findOne({ email: req.body.email, active: true });
  res.json({ ok: Boolean(user) });
});

app.post('/login-parsed', async (req, res) => {
  const { email } = Login.parse(req.body);
  // ok: no-nosql-injection
  const user = await User.findOne({ email });
  res.json({ ok: Boolean(user) });
});

app.post('/login-text', async (req, res) => {
  // ok: no-nosql-injection
  const user = await User.findOne({ email: String(req.body.email) });
  res.json({ ok: Boolean(user) });
});

app.post('/login-eq', async (req, res) => {
  // ok: no-nosql-injection
  const user = await User.findOne({ email: { $eq: req.body.email } });
  res.json({ ok: Boolean(user) });
});

app.post('/login-checked', async (req, res) => {
  const { email } = req.body;
  if (typeof email !== 'string') return res.sendStatus(400);
  // ok: no-nosql-injection
  const user = await User.findOne({ email });
  return res.json({ ok: Boolean(user) });
});

app.get('/users', async (req, res) => {
  // bad: no-nosql-injection
  const users = await User.find(req.query).limit(20);
  res.json(users);
});

app.get('/users/filtered', async (req, res) => {
  const filter = { active: true };
  // bad: no-nosql-injection
  if (req.query.role) filter.role = req.query.role;
  const users = await User.find(filter).limit(20);
  res.json(users);
});

app.get('/users/by-field', async (req, res) => {
  // bad: no-nosql-injection
  const users = await User.find({ [req.query.field]: 'x' }).limit(20);
  res.json(users);
});

app.get('/users/where', async (req, res) => {
  // bad: no-nosql-injection
  const users = await User.find({ $where: `this.name === '${req.query.name}'` }).limit(20);
  res.json(users);
});

app.get('/users/:id', async (req, res) => {
  // ok: no-nosql-injection
  const user = await User.findOne({ slug: req.params.id });
  res.json(user);
});

app.get('/by-id', async (req, res) => {
  // ok: no-nosql-injection
  res.json(await User.findById(req.query.id));
});

app.delete('/sessions', async (req, res) => {
  // bad: no-nosql-injection
  await User.deleteMany({ team: req.body.team });
  res.sendStatus(204);
});

app.post('/reset', async (req, res) => {
  // bad-cross: no-nosql-injection
  const user = await repository.findByEmail(req.body.email);
  res.json({ ok: Boolean(user) });
});

app.post('/search', async (req, res) => {
  // ok-cross: no-nosql-injection
  res.json(await repository.search({ email: String(req.body.email) }));
});

app.post('/stats', async (req, res) => {
  // bad: no-nosql-injection
  res.json(await User.aggregate([{ $match: { team: req.body.team } }, { $limit: 5 }]));
});

module.exports = app;
