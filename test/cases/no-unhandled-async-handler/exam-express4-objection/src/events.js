// @complete: no-unhandled-async-handler
const { EventEmitter } = require('node:events');
const { WebSocketServer } = require('ws');
const Redis = require('ioredis');
const { Book } = require('./models');

const bus = new EventEmitter();
const wss = new WebSocketServer({ port: 8081 });
const sub = new Redis(process.env.REDIS_URL);

// bad: no-unhandled-async-handler
bus.on('book.sold', async (id) => {
  await Book.query().findById(id).patch({ sold: true });
});
// ok: no-unhandled-async-handler
bus.on('book.returned', async (id) => {
  try {
    await Book.query().findById(id).patch({ sold: false });
  } catch (err) {
    console.error(err);
  }
});
// bad: no-unhandled-async-handler
setInterval(async () => {
  await Book.query().delete().where('expired', true);
}, 60000);
// ok: no-unhandled-async-handler
setInterval(() => {
  Book.query().delete().where('expired', true).catch(console.error);
}, 60000);
wss.on('connection', (socket) => {
  // bad: no-unhandled-async-handler
  socket.on('message', async (data) => {
    socket.send(JSON.stringify(await Book.query().findById(String(data))));
  });
});
// bad: no-unhandled-async-handler
sub.on('message', async (channel, message) => {
  await Book.query().insert(JSON.parse(message));
});
// ok: no-unhandled-async-handler
process.on('SIGTERM', () => wss.close());
