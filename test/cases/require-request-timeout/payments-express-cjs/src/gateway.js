// @complete: require-request-timeout
const axios = require('axios');

// ok: require-request-timeout -- the instance has a limit
const gateway = axios.create({ baseURL: process.env.GATEWAY_URL, timeout: 8000 });

// bad: require-request-timeout
// fix: require-request-timeout
const ledger = axios.create({ baseURL: process.env.LEDGER_URL });

// ok: require-request-timeout -- every call through it has a limit
const fraud = axios.create({ baseURL: process.env.FRAUD_URL });

exports.charge = async (order) => {
  // ok: require-request-timeout
  const { data } = await gateway.post('/charges', { amount: order.total });
  // ok: require-request-timeout -- said where the instance is made
  await ledger.post('/entries', { charge: data.id });
  return data;
};

exports.score = (order) => fraud.post('/score', order, { timeout: 2000 });

exports.gateway = gateway;
