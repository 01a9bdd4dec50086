// @complete: require-client-release
const Router = require('@koa/router');
const { pool, mysqlPool, mongo, checkout } = require('./pools');

const router = new Router();

router.get('/leak', async (ctx) => {
  // bad: require-client-release
  // fix: require-client-release
  const client = await pool.connect();
  const { rows } = await client.query('SELECT id FROM users LIMIT 20');
  client.release();
  ctx.body = rows;
});

router.get('/safe', async (ctx) => {
  // ok: require-client-release
  const client = await pool.connect();
  try {
    ctx.body = (await client.query('SELECT id FROM users LIMIT 20')).rows;
  } finally {
    client.release();
  }
});

router.get('/mysql', async (ctx) => {
  // bad: require-client-release
  const connection = await mysqlPool.getConnection();
  const [rows] = await connection.query('SELECT id FROM users LIMIT 20');
  if (rows.length === 0) {
    ctx.status = 404;
    return;
  }
  connection.release();
  ctx.body = rows;
});

router.get('/mysql/safe', async (ctx) => {
  let connection;
  try {
    // ok: require-client-release
    connection = await mysqlPool.getConnection();
    const [rows] = await connection.query('SELECT id FROM users LIMIT 20');
    ctx.body = rows;
  } finally {
    connection?.release();
  }
});

router.get('/helper', async (ctx) => {
  // bad-cross: require-client-release -- checkout() of another file takes it out of the pool
  const client = await checkout();
  ctx.body = (await client.query('SELECT 1')).rows;
});

router.get('/helper/safe', async (ctx) => {
  // ok-cross: require-client-release
  const client = await checkout();
  try {
    ctx.body = (await client.query('SELECT 1')).rows;
  } finally {
    client.release();
  }
});

router.post('/mongo', async (ctx) => {
  // bad: require-client-release
  const session = mongo.startSession();
  await session.withTransaction(() => mongo.db().collection('a').insertOne(ctx.request.body, { session }));
  ctx.status = 204;
});

router.post('/mongo/safe', async (ctx) => {
  // ok: require-client-release -- withSession ends it
  await mongo.withSession(async (session) => {
    await session.withTransaction(() => mongo.db().collection('a').insertOne(ctx.request.body, { session }));
  });
  ctx.status = 204;
});

router.get('/caught', async (ctx) => {
  // ok: require-client-release -- released on both paths
  const client = await pool.connect();
  try {
    const { rows } = await client.query('SELECT id FROM users LIMIT 20');
    client.release();
    ctx.body = rows;
  } catch (error) {
    client.release(error);
    throw error;
  }
});

router.get('/chained', async (ctx) => {
  const client = await pool.connect();
  // ok: require-client-release -- finally() of the promise
  ctx.body = await client.query('SELECT 1').finally(() => client.release());
});

module.exports = router;
