'use strict';
const { db } = require('../db');

exports.insertLines = (orderId, lines, conn = db) => conn('order_lines').insert(lines.map((line) => ({ ...line, order_id: orderId })));

exports.linesOf = (orderId) => db('order_lines').where({ order_id: orderId }).limit(200);

exports.closeStock = async (sku, quantity) => {
  await db('stock').where({ sku }).decrement('quantity', quantity);
};
