// @complete: require-input-validation
import axios from 'axios';
import { celebrate, Joi, Segments } from 'celebrate';
import { Router } from 'express';
import { body, query } from 'express-validator';
import * as yup from 'yup';
import { z } from 'zod';
import { createOrder, knex, mails, prisma } from '../services/db';
import { checkErrors, joiQuery, logBody, zodBody } from './validate';

const router = Router();
const Order = z.object({ sku: z.string(), quantity: z.number().int().positive() });
const Profile = yup.object({ name: yup.string().required(), bio: yup.string().max(500) });

router.post('/raw', async (req, res) => {
  // bad: require-input-validation
  const order = await prisma.order.create({ data: { sku: req.body.sku, quantity: req.body.quantity } });
  res.status(201).json(order);
});

router.post('/logged', logBody, async (req, res) => {
  // bad: require-input-validation -- `as` checks nothing, and neither does the middleware
  const { sku, quantity } = req.body as { sku: string; quantity: number };
  await knex('orders').insert({ sku, quantity });
  res.status(201).end();
});

router.post('/queue', async (req, res) => {
  // bad: require-input-validation
  await mails.add('welcome', { to: req.body.email });
  res.status(202).end();
});

router.post('/forward', async (req, res) => {
  // bad: require-input-validation
  await axios.post('https://api.example.com/orders', { sku: req.body.sku });
  res.status(202).end();
});

router.post('/business', async (req, res) => {
  // bad-cross: require-input-validation
  res.status(201).json(await createOrder(req.body));
});

router.post('/zod', zodBody(Order), async (req, res) => {
  // ok-cross: require-input-validation -- the middleware parses
  res.status(201).json(await createOrder(req.body));
});

router.get('/joi', joiQuery(Joi.object({ status: Joi.string().required() })), async (req, res) => {
  // ok-cross: require-input-validation
  res.json(await knex('orders').where({ status: req.query.status }).limit(20));
});

router.post('/celebrate', celebrate({ [Segments.BODY]: Joi.object({ sku: Joi.string().required() }) }), async (req, res) => {
  // ok: require-input-validation
  await knex('orders').insert({ sku: req.body.sku });
  // bad: require-input-validation -- celebrate checked the body alone
  await knex('visits').insert({ ref: req.query.ref });
  res.status(201).end();
});

router.post('/chains', body('sku').isString().isLength({ max: 20 }), query('page').isInt(), checkErrors, async (req, res) => {
  // ok-cross: require-input-validation -- checked fields, and the result is looked at
  await knex('orders').insert({ sku: req.body.sku });
  // Known miss: no chain checks this field of the body.
  await knex('orders').insert({ note: req.body.note });
  res.status(201).end();
});

router.put('/yup', async (req, res, next) => {
  try {
    const profile = await Profile.validate(req.body, { stripUnknown: true });
    // ok: require-input-validation
    await knex('profiles').update({ name: profile.name, bio: profile.bio });
    res.end();
  } catch (error) {
    next(error);
  }
});

router.post('/checked-too-late', async (req, res) => {
  // bad: require-input-validation -- written before it is parsed
  await knex('orders').insert({ sku: req.body.sku });
  const order = Order.parse(req.body);
  res.json(order);
});

router.post('/result-ignored', async (req, res) => {
  const result = Order.safeParse(req.body);
  if (!result.success) console.warn(result.error);
  // bad: require-input-validation -- goes on with what failed
  await knex('orders').insert({ sku: req.body.sku });
  res.end();
});

router.get('/by-hand/:id', async (req, res) => {
  const id = Number(req.params.id);
  if (!Number.isInteger(id) || id < 1) return res.status(400).end();
  // ok: require-input-validation -- proved an integer
  res.json(await prisma.order.findUnique({ where: { id } }));
});

export default router;
