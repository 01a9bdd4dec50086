// @complete: no-unhandled-async-handler
import { createServer } from 'node:http';
import Fastify from 'fastify';
import Redis from 'ioredis';
import { WebSocketServer } from 'ws';

const redis = new Redis();
const wss = new WebSocketServer({ port: 8081 });

// bad: no-unhandled-async-handler
createServer(async (req, res) => {
  res.end(await redis.get('page'));
}).listen(8080);

// ok: no-unhandled-async-handler -- Fastify waits
Fastify().get('/x', async () => ({ x: await redis.get('x') }));

wss.on('connection', (socket) => {
  // bad: no-unhandled-async-handler
  socket.on('message', async (data) => {
    await redis.set('last', String(data), 'EX', 60);
  });
  // ok: no-unhandled-async-handler
  socket.on('close', async () => {
    try {
      await redis.decr('open');
    } catch (error) {
      console.error(error);
    }
  });
});

class Bus {
  handlers = new Map<string, (value: unknown) => Promise<void>>();
  on(name: string, handler: (value: unknown) => Promise<void>) {
    this.handlers.set(name, handler);
  }
}
// ok: no-unhandled-async-handler -- a bus of its own, which may well wait
new Bus().on('x', async () => {
  await redis.del('x');
});
