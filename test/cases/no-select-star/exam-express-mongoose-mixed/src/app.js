// @complete: no-select-star
const express = require('express');
const { PrismaClient } = require('@prisma/client');
const Database = require('better-sqlite3');
const postgres = require('postgres');
const { User, Member, Clerk } = require('./models/user');

const app = express();
const prisma = new PrismaClient();
const sqlite = new Database('app.db');
const sql = postgres(process.env.DATABASE_URL);

app.get('/users/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  // bad-cross: no-select-star -- password and apiKey go to the browser
  res.json(user);
});

app.get('/users/:id/public', async (req, res) => {
  const user = await User.findById(req.params.id).select('email');
  // ok: no-select-star
  res.json(user);
});

app.get('/users/:id/without', async (req, res) => {
  const user = await User.findById(req.params.id).select('-password -apiKey');
  // ok: no-select-star
  res.json(user);
});

app.get('/members/:id', async (req, res) => {
  // ok-cross: no-select-star -- the schema leaves the password out
  res.json(await Member.findById(req.params.id));
});

app.get('/clerks/:id', async (req, res) => {
  const clerk = await Clerk.findById(req.params.id);
  // ok-cross: no-select-star -- toJSON takes it out
  res.json(clerk);
});

app.get('/accounts/:id', async (req, res) => {
  const account = await prisma.user.findUnique({ where: { id: req.params.id } });
  // bad: no-select-star
  res.json({ data: account });
});

app.get('/accounts/:id/safe', async (req, res) => {
  const account = await prisma.user.findUnique({ where: { id: req.params.id }, omit: { password: true } });
  // ok: no-select-star
  res.json({ data: account });
});

app.get('/accounts/:id/some', async (req, res) => {
  const account = await prisma.user.findUniqueOrThrow({ where: { id: req.params.id }, select: { id: true, email: true } });
  // ok: no-select-star
  res.json(account);
});

app.get('/notes', (req, res) => {
  // bad: no-select-star
  const rows = sqlite.prepare('SELECT * FROM notes WHERE author = ? LIMIT 20').all(req.query.author);
  res.json(rows);
});

app.get('/tags', async (req, res) => {
  // bad: no-select-star
  const rows = await sql`select * from tags where name = ${req.query.name} limit 10`;
  res.json(rows);
});

app.get('/tags/safe', async (req, res) => {
  // ok: no-select-star
  const rows = await sql`select id, name from tags where name = ${req.query.name} limit 10`;
  res.json(rows);
});

module.exports = app;
