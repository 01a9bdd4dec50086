// @complete: no-unpaginated-query
import { Router } from 'express';
import { In } from 'typeorm';
import { dataSource } from './data-source.js';
import { Vehicle } from './vehicle.js';

const vehicles = dataSource.getRepository(Vehicle);
export const router = Router();

router.get('/', async (_req, res) => {
  // bad-cross: no-unpaginated-query -- an active record
  // fix: no-unpaginated-query
  res.json(await Vehicle.find());
});

router.get('/state/:state', async (req, res) => {
  // bad-cross: no-unpaginated-query
  res.json(await vehicles.find({ where: { state: req.params.state }, relations: { depot: true } }));
});

router.get('/manager', async (_req, res) => {
  // bad-cross: no-unpaginated-query
  res.json(await dataSource.manager.find(Vehicle, { order: { plate: 'ASC' } }));
});

router.get('/builder', async (_req, res) => {
  // bad-cross: no-unpaginated-query
  const [rows, total] = await dataSource.createQueryBuilder(Vehicle, 'v').leftJoinAndSelect('v.depot', 'd').getManyAndCount();
  res.json({ rows, total });
});

router.get('/builder/limited', async (_req, res) => {
  // ok-cross: no-unpaginated-query
  const rows = await dataSource.createQueryBuilder(Vehicle, 'v').orderBy('v.plate').limit(50).getMany();
  res.json(rows);
});

router.get('/depot/:depotId', async (req, res) => {
  // ok-cross: no-unpaginated-query -- the parent's id inside its relation
  res.json(await vehicles.find({ where: { depot: { id: Number(req.params.depotId) } } }));
});

router.get('/some', async (req, res) => {
  // ok-cross: no-unpaginated-query
  res.json(await Vehicle.findBy({ id: In(String(req.query.ids).split(',').map(Number)) }));
});

router.get('/page', async (req, res) => {
  const options = { order: { plate: 'ASC' as const }, take: 50, skip: 50 * (Number(req.query.page) || 0) };
  // ok-cross: no-unpaginated-query -- options in a variable
  res.json(await vehicles.findAndCount(options));
});

router.get('/plate/:plate', async (req, res) => {
  // ok-cross: no-unpaginated-query
  const vehicle = await vehicles.findOneBy({ plate: req.params.plate });
  // ok-cross: no-unpaginated-query
  const known = await vehicles.existsBy({ plate: req.params.plate });
  // ok-cross: no-unpaginated-query
  const total = await vehicles.countBy({ state: 'free' });
  res.json({ vehicle, known, total });
});
