// @complete: no-unawaited-write
'use strict';
const { Line, Order, sequelize, sql, supabase, visits } = require('./models');
const { addVisit, format } = require('./visits');

exports.handler = async (event) => {
  const { id, path } = JSON.parse(event.body);
  // bad: no-unawaited-write
  // fix: no-unawaited-write
  Order.update({ state: 'paid' }, { where: { id } });
  // bad: no-unawaited-write
  // fix: no-unawaited-write
  visits.insertOne({ path });
  // bad-cross: no-unawaited-write
  // fix: no-unawaited-write
  addVisit(path);
  // ok-cross: no-unawaited-write
  format(path);
  // bad: no-unawaited-write -- Objection's builder is lazy
  // fix: no-unawaited-write
  Line.query().insert({ path });
  // bad: no-unawaited-write -- Supabase's too
  // fix: no-unawaited-write
  supabase.from('visits').insert({ path });
  // bad: no-unawaited-write -- a tagged query runs when it is awaited
  // fix: no-unawaited-write
  sql`insert into visits (path) values (${path})`;
  // bad: no-unawaited-write
  sequelize.transaction(async (t) => {
    await Order.create({ state: 'new' }, { transaction: t });
  });
  // bad: no-unawaited-write -- forEach waits for none of them
  [1, 2].forEach(async (n) => {
    await Order.create({ state: `s${n}` });
  });
  return { statusCode: 204 };
};

exports.safe = async (event) => {
  const { id, path } = JSON.parse(event.body);
  // ok: no-unawaited-write
  await Promise.all([Order.update({ state: 'paid' }, { where: { id } }), addVisit(path)]);
  // ok: no-unawaited-write
  await Promise.all([1, 2].map(async (n) => {
    await Order.create({ state: `s${n}` });
  }));
  const work = [];
  // ok: no-unawaited-write -- collected, then awaited
  work.push(visits.insertOne({ path }));
  await Promise.allSettled(work);
  const order = await Order.findByPk(id);
  order.state = 'x';
  // ok: no-unawaited-write
  await order.save();
  // ok: no-unawaited-write -- then() runs a lazy builder, and catch hears it
  Line.query().insert({ path }).then(() => undefined).catch(console.error);
  return { statusCode: 204 };
};

exports.instance = async (event) => {
  const order = await Order.findByPk(event.id);
  order.state = 'x';
  // bad: no-unawaited-write -- the instance's save
  // fix: no-unawaited-write
  order.save();
  return order.state;
};
