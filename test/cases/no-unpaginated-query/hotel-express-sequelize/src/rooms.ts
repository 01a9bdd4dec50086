// @complete: no-unpaginated-query
import { Router } from 'express';
import { Op, QueryTypes } from 'sequelize';
import { Room, sequelize, Stay } from './models.js';
import { paginate } from './paginate.js';

export const rooms = Router();

rooms.get('/', async (_req, res) => {
  // bad-cross: no-unpaginated-query
  // fix: no-unpaginated-query
  res.json(await Room.findAll());
});

rooms.get('/free', async (_req, res) => {
  // bad-cross: no-unpaginated-query
  // fix: no-unpaginated-query
  const free = await Room.findAll({ where: { status: 'free' }, order: [['number', 'ASC']] });
  res.json(free);
});

rooms.get('/counted', async (req, res) => {
  // bad-cross: no-unpaginated-query -- counts, and loads all the same
  const { rows, count } = await Stay.findAndCountAll({ where: { state: req.query.state } });
  res.json({ rows, count });
});

rooms.get('/raw', async (_req, res) => {
  // bad-cross: no-unpaginated-query
  const stays = await sequelize.query('SELECT id, guest FROM "Stays" ORDER BY id', { type: QueryTypes.SELECT });
  res.json(stays);
});

rooms.get('/paged', async (req, res) => {
  // ok-cross: no-unpaginated-query
  const { rows, count } = await Room.findAndCountAll({ ...paginate(req.query), order: [['number', 'ASC']] });
  res.json({ rows, count });
});

rooms.get('/plain', async (req, res) => {
  // ok-cross: no-unpaginated-query -- the helper's object is the whole argument
  res.json(await Room.findAll(paginate(req.query)));
});

rooms.get('/destructured', async (req, res) => {
  const { limit, offset } = paginate(req.query);
  // ok-cross: no-unpaginated-query
  res.json(await Room.findAll({ where: { status: 'free' }, limit, offset }));
});

rooms.get('/of/:hotelId', async (req, res) => {
  // ok-cross: no-unpaginated-query
  res.json(await Room.findAll({ where: { hotelId: req.params.hotelId } }));
});

rooms.get('/some', async (req, res) => {
  // ok-cross: no-unpaginated-query
  res.json(await Room.findAll({ where: { id: { [Op.in]: String(req.query.ids).split(',') } } }));
});

rooms.get('/stats', async (_req, res) => {
  // ok-cross: no-unpaginated-query
  const total = await Room.count({ where: { status: 'free' } });
  // ok-cross: no-unpaginated-query
  const highest = await Room.max('number');
  // ok-cross: no-unpaginated-query -- groups
  const [perState] = await sequelize.query('SELECT state, count(*) FROM "Stays" GROUP BY state');
  res.json({ total, highest, perState });
});

rooms.get('/:id', async (req, res) => {
  // ok-cross: no-unpaginated-query
  const room = await Room.findByPk(req.params.id);
  // ok-cross: no-unpaginated-query
  const stay = await Stay.findOne({ where: { roomId: req.params.id, state: 'open' } });
  res.json({ room, stay });
});
