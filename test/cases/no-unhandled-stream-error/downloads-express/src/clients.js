// @complete: no-unhandled-stream-error
const { Pool } = require('pg');
const { createClient } = require('redis');
const { WebSocket, WebSocketServer } = require('ws');

// bad: no-unhandled-stream-error
const pool = new Pool();
// ok: no-unhandled-stream-error
const reports = new Pool({ max: 2 });
reports.on('error', (error) => console.error(error));

// bad: no-unhandled-stream-error
const redis = createClient({ url: process.env.REDIS_URL });
// ok: no-unhandled-stream-error
const sessions = createClient({ url: process.env.REDIS_URL }).on('error', (error) => console.error(error));
// ok-cross: no-unhandled-stream-error -- the helper listens
const events = createClient({ url: process.env.REDIS_URL });
require('./observe').observe(events);

const { observe } = require('./observe');
// ok-cross: no-unhandled-stream-error
const limits = createClient({ url: process.env.REDIS_URL });
observe(limits);

exports.subscribe = (url) => {
  // bad: no-unhandled-stream-error
  const socket = new WebSocket(url);
  socket.on('message', (data) => console.log(data.length));
};

exports.follow = (url) => {
  // ok: no-unhandled-stream-error
  const socket = new WebSocket(url);
  socket.on('error', (error) => console.error(error));
};

const server = new WebSocketServer({ port: 8081 });
// bad: no-unhandled-stream-error
server.on('connection', (socket) => {
  socket.on('message', (data) => console.log(data.length));
});

module.exports = { pool, redis, reports, sessions, events, limits };
