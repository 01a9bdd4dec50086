// @complete: no-query-in-loop
'use strict';
const { collection } = require('./mongo');

async function productBySku(sku) {
  const products = await collection('products');
  return products.findOne({ sku }, { projection: { sku: 1, price: 1 } });
}

async function productsBySkus(skus) {
  const products = await collection('products');
  return products.find({ sku: { $in: skus } }).toArray();
}

const money = (cents) => (cents / 100).toFixed(2);

module.exports = { productBySku, productsBySkus, money };
