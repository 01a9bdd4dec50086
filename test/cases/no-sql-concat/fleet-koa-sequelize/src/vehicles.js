'use strict';
// @complete: no-sql-concat
const Router = require('@koa/router');
const { QueryTypes, Op, literal, fn, col } = require('sequelize');
const { sequelize, Sequelize, Vehicle } = require('./models');

const router = new Router({ prefix: '/vehicles' });

router.get('/', async (ctx) => {
  const { depot } = ctx.query;
  // bad-cross: no-sql-concat
  // fix: no-sql-concat
  ctx.body = await sequelize.query(`SELECT id, plate FROM Vehicles WHERE depot = '${depot}' LIMIT 50`, {
    type: QueryTypes.SELECT,
  });
});

router.get('/replaced', async (ctx) => {
  // ok-cross: no-sql-concat
  ctx.body = await sequelize.query('SELECT id, plate FROM Vehicles WHERE depot = :depot LIMIT 50', {
    replacements: { depot: ctx.query.depot },
    type: QueryTypes.SELECT,
  });
});

router.get('/nearby', async (ctx) => {
  const { lat, lng } = ctx.query;
  ctx.body = await Vehicle.findAll({
    // bad-cross: no-sql-concat
    attributes: ['id', [sequelize.literal(`ST_Distance_Sphere(position, POINT(${lng}, ${lat}))`), 'metres']],
    // ok-cross: no-sql-concat -- a constant expression
    order: [[Sequelize.literal('metres'), 'ASC']],
    limit: 20,
  });
});

router.get('/mileage', async (ctx) => {
  const where = { km: { [Op.gte]: ctx.query.min } };
  // bad: no-sql-concat
  where.depot = literal("'" + ctx.query.depot + "'");
  // ok: no-sql-concat -- functions over columns
  const attributes = ['depot', [fn('SUM', col('km')), 'total']];
  ctx.body = await Vehicle.findAll({ attributes, where, group: ['depot'] });
});

router.get('/ordered', async (ctx) => {
  const columns = { plate: 'plate', km: 'km' };
  const column = columns[ctx.query.sort] || 'plate';
  const direction = ctx.query.desc ? 'DESC' : 'ASC';
  // ok-cross: no-sql-concat
  ctx.body = await sequelize.query(`SELECT id FROM Vehicles ORDER BY ${column} ${direction} LIMIT 50`);
});

router.post('/:id/retire', async (ctx) => {
  const sets = [];
  for (const [key, value] of Object.entries(ctx.request.body)) sets.push(`${key} = '${value}'`);
  await sequelize.transaction(async (transaction) => {
    // bad-cross: no-sql-concat -- names and values of the body
    await sequelize.query(`UPDATE Vehicles SET ${sets.join(', ')} WHERE id = ?`, { replacements: [ctx.params.id], transaction });
  });
  ctx.status = 204;
});

module.exports = router;
