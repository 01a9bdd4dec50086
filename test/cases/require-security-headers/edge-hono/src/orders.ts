// @complete: require-security-headers
import { Hono } from 'hono';

// ok-cross: require-security-headers
export const orders = new Hono();
orders.get('/', (c) => c.json([]));
orders.post('/', async (c) => c.json(await c.req.json(), 201));
