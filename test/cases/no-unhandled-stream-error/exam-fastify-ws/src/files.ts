// @complete: no-unhandled-stream-error
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer } from 'ws';
import { reporting } from './clients.js';

export async function files(app: FastifyInstance) {
  app.get('/report', (request, reply) => {
    // bad: no-unhandled-stream-error
    createReadStream('/data/report.csv').pipe(createGzip()).pipe(reply.raw);
  });

  app.get('/report/plain', (request, reply) => {
    const source = createReadStream('/data/report.csv');
    source.on('error', (error) => reply.raw.destroy(error));
    // ok: no-unhandled-stream-error
    source.pipe(reply.raw);
  });

  app.post('/upload', async (request) => {
    // ok: no-unhandled-stream-error
    await pipeline(request.raw, createGzip(), createWriteStream('/data/upload.gz'));
    return { ok: true };
  });

  app.get('/rows', async () => {
    // ok: no-unhandled-stream-error -- back in the pool at once
    const { rows } = await reporting.query('SELECT 1 AS one');
    return rows;
  });
}

const sockets = new WebSocketServer({ port: 8081 });
sockets.on('error', (error) => console.error(error));

// bad: no-unhandled-stream-error -- each socket needs its own
sockets.on('connection', (socket) => {
  socket.on('message', (data) => socket.send(data));
});
