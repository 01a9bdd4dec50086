// @complete: no-check-then-act
import express from 'express';
import { knex, pool } from './db';
import { UserRepository } from './users';

const app = express();
const users = new UserRepository(knex);

// bad-cross: no-check-then-act -- a repository object of this module
app.post('/users', async (req, res) => {
  if (await users.byName(req.body.name)) {
    return res.status(409).end();
  }
  const user = await users.add(req.body.name);
  res.status(201).json({ id: user.id });
});

// ok-cross: no-check-then-act
app.put('/users', async (req, res) => {
  await users.merge(req.body.name);
  res.status(204).end();
});

// bad: no-check-then-act -- text: the balance is read, reckoned here, and written
app.post('/accounts/:id/withdraw', async (req, res) => {
  const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [req.params.id]);
  const balance = rows[0].balance - req.body.amount;
  if (balance < 0) return res.status(422).end();
  await pool.query('UPDATE accounts SET balance = $1 WHERE id = $2', [balance, req.params.id]);
  res.json({ balance });
});

// ok: no-check-then-act
app.post('/accounts/:id/withdraw/safe', async (req, res) => {
  const { rowCount } = await pool.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2 AND balance >= $1', [req.body.amount, req.params.id]);
  res.status(rowCount ? 204 : 422).end();
});

// ok: no-check-then-act -- the row is locked by one client's transaction
app.post('/accounts/:id/withdraw/locked', async (req, res) => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query('SELECT balance FROM accounts WHERE id = $1 FOR UPDATE', [req.params.id]);
    await client.query('UPDATE accounts SET balance = $1 WHERE id = $2', [rows[0].balance - req.body.amount, req.params.id]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  res.status(204).end();
});

// bad: no-check-then-act
app.post('/tags', async (req, res) => {
  const tag = await knex('tags').where('name', req.body.name).first();
  if (!tag) {
    await knex('tags').insert({ name: req.body.name });
  }
  res.status(204).end();
});

// ok: no-check-then-act
app.post('/tags/safe', async (req, res) => {
  await knex('tags').insert({ name: req.body.name }).onConflict('name').ignore();
  res.status(204).end();
});

// bad: no-check-then-act -- the largest number plus one
app.post('/invoices', async (req, res) => {
  const last = await knex('invoices').max('number as number').first();
  await knex('invoices').insert({ number: (last?.number ?? 0) + 1, customer: req.body.customer });
  res.status(201).end();
});

export default app;
