// @complete: no-unbounded-page-size
const fastify = require('fastify');
const { Type } = require('@sinclair/typebox');
const { pool } = require('./db');
const { listItems } = require('./validation');
const { Shelf } = require('./shelf');

const app = fastify();

app.get(
  '/items',
  {
    schema: {
      querystring: {
        type: 'object',
        properties: {
          page: { type: 'integer', minimum: 0 },
          // bad: no-unbounded-page-size
          // fix: no-unbounded-page-size
          limit: { type: 'integer', minimum: 1, default: 20 },
        },
      },
    },
  },
  async (request) => {
    const { limit, page } = request.query;
    const { rows } = await pool.query('SELECT id, name FROM items ORDER BY id LIMIT $1 OFFSET $2', [limit, page * limit]);
    return rows;
  },
);

app.get(
  '/bins',
  { schema: { querystring: { type: 'object', properties: { limit: { type: 'integer', maximum: 100 } } } } },
  async (request) => {
    // ok: no-unbounded-page-size
    const { rows } = await pool.query('SELECT id FROM bins ORDER BY id LIMIT $1', [request.query.limit]);
    return rows;
  },
);

app.get('/lots', async (request) => {
  const { limit = 20 } = request.query;
  // bad: no-unbounded-page-size
  const { rows } = await pool.query('SELECT id FROM lots ORDER BY id LIMIT $1', [limit]);
  return rows;
});

app.get('/moves', async (request) => {
  const size = Number(request.query.size) || 20;
  // bad: no-unbounded-page-size
  const { rows } = await pool.query(`SELECT id FROM moves ORDER BY id LIMIT ${size}`);
  return rows;
});

const Audits = Type.Object({
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
  // bad: no-unbounded-page-size
  // fix: no-unbounded-page-size
  limit: Type.Optional(Type.Integer({ minimum: 1, default: 20 })),
});
const Counts = Type.Object({
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
  // ok: no-unbounded-page-size
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});

app.get('/audits', { schema: { querystring: Audits } }, async (request) => {
  const { rows } = await pool.query('SELECT id FROM audits ORDER BY id LIMIT $1', [request.query.limit]);
  return rows;
});

app.get('/counts', { schema: { querystring: Counts } }, async (request) => {
  // ok: no-unbounded-page-size
  const { rows } = await pool.query('SELECT id FROM counts ORDER BY id LIMIT $1', [request.query.limit]);
  return rows;
});

app.get('/shelves', async (request) => {
  const { value } = listItems.query.validate(request.query);
  // bad-cross: no-unbounded-page-size
  return Shelf.find({}).limit(value.limit);
});

module.exports = app;
