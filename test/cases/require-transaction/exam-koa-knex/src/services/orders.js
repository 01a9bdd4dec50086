// @complete: require-transaction
'use strict';
const { db, redis } = require('../db');
const { insertLines, linesOf, closeStock } = require('../repositories/lines');

// bad-cross: require-transaction -- the order here, its lines in the repository
async function place(userId, lines) {
  const [order] = await db('orders').insert({ user_id: userId, state: 'new' }).returning('*');
  await insertLines(order.id, lines);
  return order;
}

// ok-cross: require-transaction -- the helper is given the transaction
async function placeSafely(userId, lines) {
  return db.transaction(async (trx) => {
    const [order] = await trx('orders').insert({ user_id: userId, state: 'new' }).returning('*');
    await insertLines(order.id, lines, trx);
    return order;
  });
}

// ok-cross: require-transaction -- a write and a read
async function reopen(orderId) {
  await db('orders').where({ id: orderId }).update({ state: 'open' });
  return linesOf(orderId);
}

// bad-cross: require-transaction -- order and stock must agree
async function ship(orderId) {
  const order = await db('orders').where({ id: orderId }).first();
  await db('orders').where({ id: orderId }).update({ state: 'shipped' });
  await closeStock(order.sku, order.quantity);
}

// bad: require-transaction -- the row and what hangs on it
async function removeCustomer(id) {
  await db('addresses').where({ customer_id: id }).del();
  await db('customers').where({ id }).del();
}

// ok: require-transaction -- a transaction taken by hand
async function removeCustomerByHand(id) {
  const trx = await db.transaction();
  try {
    await trx('addresses').where({ customer_id: id }).del();
    await trx('customers').where({ id }).del();
    await trx.commit();
  } catch (error) {
    await trx.rollback();
    throw error;
  }
}

// ok: require-transaction -- queries joined to the transaction with transacting()
async function merge(a, b) {
  await db.transaction(async (trx) => {
    await db('orders').where({ user_id: b }).update({ user_id: a }).transacting(trx);
    await db('customers').where({ id: b }).del().transacting(trx);
  });
}

// ok: require-transaction -- two stores: no transaction spans them
async function rename(id, name) {
  await db('customers').where({ id }).update({ name });
  await redis.set(`customer:${id}`, name, 'EX', 60);
}

// ok: require-transaction -- one of two writes runs
async function saveAddress(address) {
  if (address.id) {
    await db('addresses').where({ id: address.id }).update(address);
  } else {
    await db('addresses').insert(address);
  }
}

// ok: require-transaction -- alternative branches of a switch
async function apply(event) {
  switch (event.type) {
    case 'paid':
      await db('orders').where({ id: event.orderId }).update({ state: 'paid' });
      break;
    case 'refunded':
      await db('refunds').insert({ order_id: event.orderId, cents: event.cents });
      break;
    default:
  }
}

// bad: require-transaction -- the payment belongs in the transaction just above it
async function pay(orderId, cents) {
  await db.transaction(async (trx) => {
    const [invoice] = await trx('invoices').insert({ order_id: orderId, cents }).returning('*');
    await trx('orders').where({ id: orderId }).update({ invoice_id: invoice.id });
  });
  await db('payments').insert({ order_id: orderId, cents });
}

// ok: require-transaction -- given a transaction
async function refund(trx, orderId, cents) {
  await trx('refunds').insert({ order_id: orderId, cents });
  await trx('orders').where({ id: orderId }).update({ state: 'refunded' });
}

module.exports = { place, placeSafely, reopen, ship, removeCustomer, removeCustomerByHand, merge, rename, saveAddress, apply, pay, refund };
