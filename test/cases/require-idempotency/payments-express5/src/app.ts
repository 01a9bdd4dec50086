// @complete: require-idempotency
import express from 'express';
import { charges } from './charges.js';
import { payouts } from './payouts.js';
import { idempotent } from './idempotent.js';
import { sessions } from './sessions.js';
import { webhooks } from './webhooks.js';

export const app = express();
app.use('/webhooks', webhooks);
app.use(express.json());
app.use('/sessions', sessions);
app.use('/payouts', idempotent, payouts);
app.use(charges);
