'use strict';
const { MongoClient } = require('mongodb');

const client = new MongoClient(process.env.MONGO_URL);
let ready;

exports.collection = async function collection(name) {
  ready ??= client.connect();
  await ready;
  return client.db('shop').collection(name);
};
