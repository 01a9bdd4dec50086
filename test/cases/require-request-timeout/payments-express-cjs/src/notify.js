// @complete: require-request-timeout
const axios = require('axios');
const fetch = require('node-fetch');
const superagent = require('superagent');
const needle = require('needle');
const https = require('node:https');
const { gateway } = require('./gateway');

exports.refund = async (id) => {
  // ok-cross: require-request-timeout -- the instance of gateway.js has a limit
  return gateway.post(`/charges/${id}/refunds`, {});
};

exports.webhook = async (url, event) => {
  // bad: require-request-timeout
  // fix: require-request-timeout
  await axios.post(url, event);
  // bad: require-request-timeout -- a timeout of 0 is none
  await axios.post(url, event, { timeout: 0 });
  const config = { headers: { 'x-event': event.type } };
  // bad: require-request-timeout
  // fix: require-request-timeout
  await axios.post(url, event, config);
  const limited = { ...config, timeout: 3000 };
  // ok: require-request-timeout
  await axios.post(url, event, limited);
  // bad: require-request-timeout
  // fix: require-request-timeout
  await axios({ method: 'post', url, data: event });
  // ok: require-request-timeout
  await axios({ method: 'post', url, data: event, timeout: 1000 });
};

exports.legacy = async (url) => {
  // bad: require-request-timeout
  // fix: require-request-timeout
  const a = await fetch(url);
  // ok: require-request-timeout -- node-fetch 2 has an option
  const b = await fetch(url, { timeout: 4000 });
  // bad: require-request-timeout
  // fix: require-request-timeout
  const c = await superagent.get(url).set('accept', 'application/json');
  // ok: require-request-timeout
  const d = await superagent.get(url).timeout({ response: 2000, deadline: 5000 });
  // bad: require-request-timeout
  // fix: require-request-timeout
  const e = await needle('get', url, null, { json: true });
  // ok: require-request-timeout
  const f = await needle('get', url, null, { response_timeout: 3000 });
  return [a, b, c, d, e, f];
};

exports.raw = (url) =>
  new Promise((resolve, reject) => {
    // bad: require-request-timeout
    // fix: require-request-timeout
    const request = https.get(url, (res) => resolve(res.statusCode));
    request.on('error', reject);
  });

exports.rawLimited = (url) =>
  new Promise((resolve, reject) => {
    // ok: require-request-timeout -- a time is set on the request
    const request = https.get(url, (res) => resolve(res.statusCode));
    request.setTimeout(3000, () => request.destroy(new Error('timeout')));
    request.on('error', reject);
  });
