// @complete: no-unbounded-write
import express from 'express';
import { knex, prisma } from './db.js';

const app = express();
app.locals.knex = knex;
app.set('prisma', prisma);

app.delete('/a', async (req, res) => {
  // known miss: what app.locals holds
  await req.app.locals.knex('carts').del();
  res.end();
});
