// @complete: require-security-headers
import { Hono } from 'hono';
import { logger } from 'hono/logger';
import { orders } from './orders.js';

// bad: require-security-headers
// fix: require-security-headers
const app = new Hono();
app.use(logger());
app.route('/orders', orders);

export default app;
