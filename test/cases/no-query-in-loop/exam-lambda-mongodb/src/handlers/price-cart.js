// @complete: no-query-in-loop
'use strict';
const { productBySku, productsBySkus, money } = require('../lib/products');

exports.handler = async (event) => {
  const { lines } = JSON.parse(event.body);
  let cents = 0;
  // bad-cross: no-query-in-loop -- a findOne a line
  for (const line of lines) {
    const product = await productBySku(line.sku);
    cents += product.price * line.quantity;
  }
  return { statusCode: 200, body: JSON.stringify({ total: money(cents) }) };
};

exports.quote = async (event) => {
  const { lines } = JSON.parse(event.body);
  // ok-cross: no-query-in-loop
  const found = await productsBySkus(lines.map((line) => line.sku));
  const bySku = new Map(found.map((product) => [product.sku, product]));
  let cents = 0;
  // ok-cross: no-query-in-loop
  for (const line of lines) {
    cents += bySku.get(line.sku).price * line.quantity;
    console.log(money(cents));
  }
  return { statusCode: 200, body: JSON.stringify({ total: money(cents) }) };
};
