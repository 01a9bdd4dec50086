// @complete: no-hardcoded-service-urls
import amqp from 'amqplib';
import axios from 'axios';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { Pool } from 'pg';
import { PAYMENTS_URL } from './constants.js';

// bad: no-hardcoded-service-urls
// fix: no-hardcoded-service-urls
export const pool = new Pool({ connectionString: 'postgres://db.internal:5432/app' });
// bad: no-hardcoded-service-urls
// fix: no-hardcoded-service-urls
export const redis = new Redis('redis://cache.prod.acme.io:6379');
// bad: no-hardcoded-service-urls
// fix: no-hardcoded-service-urls
export const broker = amqp.connect('amqp://rabbitmq:5672');
// bad: no-hardcoded-service-urls
// fix: no-hardcoded-service-urls
await mongoose.connect('mongodb://mongo:27017/app');
// bad: no-hardcoded-service-urls
// fix: no-hardcoded-service-urls
const users = axios.create({ baseURL: 'http://10.0.4.12:8080', timeout: 1000 });
// ok: no-hardcoded-service-urls
const stripe = axios.create({ baseURL: 'https://api.stripe.com/v1' });

export async function load(id: string) {
  // bad: no-hardcoded-service-urls
  await fetch(`https://billing.staging.acme.com/invoices/${id}`);
  // bad: no-hardcoded-service-urls
  await fetch('http://inventory.default.svc.cluster.local/items');
  // ok: no-hardcoded-service-urls
  await fetch('https://api.github.com/repos');
  // ok: no-hardcoded-service-urls
  await fetch('http://localhost:3000/health');
  // ok: no-hardcoded-service-urls
  await fetch(process.env.BILLING_URL + '/invoices');
  await fetch(PAYMENTS_URL);
  return [users, stripe];
}

// ok: no-hardcoded-service-urls
export const docs = 'See https://wiki.internal/runbook for help';
// ok: no-hardcoded-service-urls
export const namespace = { xmlns: 'http://www.w3.org/2000/svg' };
