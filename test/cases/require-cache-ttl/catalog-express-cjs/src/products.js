// @complete: require-cache-ttl
const NodeCache = require('node-cache');
const redis = require('./redis');
const { loadProduct, loadPrices } = require('./db');

const forever = new NodeCache();
const short = new NodeCache({ stdTTL: 60 });

exports.product = async (id) => {
  const key = `product:${id}`;
  const cached = await redis.get(key);
  if (cached) return JSON.parse(cached);
  const product = await loadProduct(id);
  // bad-cross: require-cache-ttl
  // fix: require-cache-ttl
  await redis.set(key, JSON.stringify(product));
  return product;
};

exports.prices = async (id) => {
  const prices = await loadPrices(id);
  // ok: require-cache-ttl
  await redis.set(`prices:${id}`, JSON.stringify(prices), 'EX', 300);
  // ok: require-cache-ttl
  await redis.setex(`prices:${id}:raw`, 300, JSON.stringify(prices));
  // bad: require-cache-ttl
  await redis.hset(`cache:prices:${id}`, { at: Date.now(), prices: JSON.stringify(prices) });
  return prices;
};

exports.summary = async (id, summary) => {
  // ok: require-cache-ttl -- expires in the next step
  await redis.hset(`cache:summary:${id}`, summary);
  await redis.expire(`cache:summary:${id}`, 600);
};

exports.lock = (id) => {
  // ok: require-cache-ttl -- a lock
  return redis.set(`lock:${id}`, '1', 'PX', 5000, 'NX');
};

exports.session = (id, session) => {
  // ok: require-cache-ttl -- a session store
  return redis.set(`session:${id}`, JSON.stringify(session));
};

exports.visits = async (id) => {
  // ok: require-cache-ttl -- a counter
  return redis.incr(`visits:${id}`);
};

exports.remember = (id, value) => {
  // bad: require-cache-ttl -- stdTTL is 0
  // fix: require-cache-ttl
  forever.set(`name:${id}`, value);
  // ok: require-cache-ttl
  forever.set(`name:${id}`, value, 30);
  // ok: require-cache-ttl
  short.set(`name:${id}`, value);
};
