'use strict';
const { Coupon, Order, parcels, pool } = require('../db');
const shipping = require('../services/shipping');

exports.create = async (req, res, next) => {
  try {
    const order = await Order.create({ cents: req.body.cents });
    res.status(201).json(order);
  } catch (err) {
    next(err);
  }
};

exports.createRaw = async (req, res, next) => {
  try {
    const { rows } = await pool.query('INSERT INTO orders (cents) VALUES ($1) RETURNING id', [req.body.cents]);
    res.status(201).json(rows[0]);
  } catch (err) {
    next(err);
  }
};

exports.createOnce = async (req, res, next) => {
  try {
    const text = 'INSERT INTO orders (reference, cents) VALUES ($1, $2) ON CONFLICT (reference) DO NOTHING RETURNING id';
    const { rows } = await pool.query(text, [req.body.reference, req.body.cents]);
    res.status(rows.length ? 201 : 200).json({ reference: req.body.reference });
  } catch (err) {
    next(err);
  }
};

exports.place = async (req, res, next) => {
  try {
    const [order, created] = await Order.findOrCreate({ where: { reference: req.body.reference }, defaults: req.body });
    res.status(created ? 201 : 200).json(order);
  } catch (err) {
    next(err);
  }
};

exports.ship = (req, res, next) => {
  shipping
    .enqueue(req.params.id)
    .then(() => res.sendStatus(202))
    .catch(next);
};

exports.shipOnce = (req, res, next) => {
  parcels
    .add({ order: req.params.id }, { jobId: `ship-${req.params.id}` })
    .then(() => res.sendStatus(202))
    .catch(next);
};

exports.quote = (req, res) => {
  const cents = req.body.items.reduce((sum, item) => sum + item.cents * item.count, 0);
  res.json({ cents });
};

exports.search = async (req, res, next) => {
  try {
    const { rows } = await pool.query('SELECT id, cents FROM orders WHERE reference = ANY($1) LIMIT 100', [req.body.references]);
    res.json(rows);
  } catch (err) {
    next(err);
  }
};

exports.redeem = async (req, res, next) => {
  try {
    await Coupon.increment('uses', { where: { code: req.params.code } });
    res.sendStatus(204);
  } catch (err) {
    next(err);
  }
};
