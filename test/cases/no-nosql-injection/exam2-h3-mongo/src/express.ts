// @complete: no-nosql-injection
import express from 'express';
import mongoSanitize from 'express-mongo-sanitize';
import { Product } from '../server/models/product';
import { users } from '../server/utils/db';

export const open = express();
open.use(express.json());

open.get('/products', async (req, res) => {
  const { owner, sort, ...rest } = req.query;
  // bad: no-nosql-injection -- ?owner[$ne]=
  const list = await Product.find({ owner }).limit(20);
  // bad: no-nosql-injection
  const others = await Product.find({ ...rest }).limit(20);
  // bad: no-nosql-injection
  const chained = await Product.find().where({ owner: req.query.owner }).limit(20).exec();
  // bad: no-nosql-injection
  const count = await Product.countDocuments(req.query as object);
  // ok: no-nosql-injection -- a path parameter or a header is a string
  const header = await Product.findOne({ owner: req.headers['x-owner'] });
  // ok: no-nosql-injection
  const sane = await Product.findOne({ owner: mongoSanitize.sanitize(req.body.owner) });
  // ok: no-nosql-injection
  const safe = await Product.find({ owner: req.query.owner }).setOptions({ sanitizeFilter: true }).limit(2);
  res.json({ list, others, chained, count, header, sane, safe, sort });
});

open.post('/login', async (req, res) => {
  // bad: no-nosql-injection
  users.findOne({ email: req.body.email }).then((user) => res.json(user));
});

export const clean = express();
clean.use(express.json(), mongoSanitize());
clean.post('/login', async (req, res) => {
  // ok: no-nosql-injection -- operators are taken out of every request
  res.json(await users.findOne({ email: req.body.email }));
});
