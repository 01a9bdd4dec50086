// @complete: require-request-id
import { randomUUID } from 'node:crypto';
import express from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { correlate } from './correlate.js';

// bad: require-request-id
const bare = express();
bare.post('/pallets', (req, res) => void res.sendStatus(201));
bare.listen(3000);

// ok-cross: require-request-id
const app = express();
app.use(correlate);
app.post('/pallets', (req, res) => void res.sendStatus(201));
app.listen(3001);

// ok: require-request-id
const own = Fastify();
own.post('/pallets', async () => ({ id: randomUUID() }));
await own.listen({ port: 3002 });

// ok: require-request-id
const edge = new Hono();
edge.use(requestId());
edge.post('/pallets', (c) => c.body(null, 201));
export default edge;
