// @complete: no-query-in-loop
'use strict';
const _ = require('lodash');
const { collection } = require('../lib/mongo');

exports.handler = async (event) => {
  const stock = await collection('stock');
  const changes = event.Records.map((record) => JSON.parse(record.body));
  // bad: no-query-in-loop -- bulkWrite takes them all
  await Promise.all(
    changes.map(async ({ sku, quantity }) => {
      await stock.updateOne({ sku }, { $set: { quantity } }, { upsert: true });
    }),
  );
};

exports.bulk = async (event) => {
  const stock = await collection('stock');
  const changes = event.Records.map((record) => JSON.parse(record.body));
  // ok: no-query-in-loop
  await stock.bulkWrite(changes.map(({ sku, quantity }) => ({ updateOne: { filter: { sku }, update: { $set: { quantity } }, upsert: true } })));
};

exports.chunked = async (event) => {
  const stock = await collection('stock');
  // ok: no-query-in-loop -- lodash's chunks
  for (const part of _.chunk(event.skus, 1000)) {
    await stock.updateMany({ sku: { $in: part } }, { $set: { checkedAt: new Date() } });
  }
};

exports.stream = async () => {
  const stock = await collection('stock');
  let total = 0;
  // ok: no-query-in-loop -- the cursor itself is the query
  for await (const row of stock.find({ quantity: { $gt: 0 } })) {
    total += row.quantity;
  }
  const cursor = stock.find({ quantity: 0 });
  // ok: no-query-in-loop
  while (await cursor.hasNext()) {
    const row = await cursor.next();
    total += row.reserved;
  }
  return total;
};

exports.reserve = async (event) => {
  const stock = await collection('stock');
  const orders = await collection('orders');
  // bad: no-query-in-loop -- rows of one read, a read for each
  for (const order of await orders.find({ state: 'open' }).limit(100).toArray()) {
    order.stock = await stock.findOne({ sku: order.sku });
    console.log(order.stock);
  }
  return event;
};
