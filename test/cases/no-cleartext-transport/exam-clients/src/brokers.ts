// @complete: no-cleartext-transport
import Redis from 'ioredis';
import { createClient } from 'redis';
import nodemailer from 'nodemailer';
import WebSocket from 'ws';
import { Client } from 'basic-ftp';
import amqp from 'amqplib';

// bad: no-cleartext-transport
// fix: no-cleartext-transport
export const cache = new Redis('redis://cache.acme-payments.com:6379');
// ok: no-cleartext-transport
export const cacheSafe = new Redis('rediss://cache.acme-payments.com:6379');
// ok: no-cleartext-transport
export const cacheLocal = new Redis('redis://localhost:6379');
// ok: no-cleartext-transport
export const cacheCompose = createClient({ url: 'redis://redis:6379' });
// bad: no-cleartext-transport
export const cacheNode = createClient({ url: `redis://:${process.env.REDIS_PASSWORD}@cache.acme-payments.com:6379` });

// bad: no-cleartext-transport
export const mail = nodemailer.createTransport({ host: 'smtp.acme-payments.com', port: 25, secure: false, ignoreTLS: true, auth: { user: 'm', pass: process.env.SMTP_PASS } });
// ok: no-cleartext-transport -- STARTTLS
export const mail587 = nodemailer.createTransport({ host: 'smtp.acme-payments.com', port: 587, secure: false, auth: { user: 'm', pass: process.env.SMTP_PASS } });
// ok: no-cleartext-transport
export const mail465 = nodemailer.createTransport({ host: 'smtp.acme-payments.com', port: 465, secure: true, auth: { user: 'm', pass: process.env.SMTP_PASS } });

// bad: no-cleartext-transport
// fix: no-cleartext-transport
export const feed = new WebSocket('ws://feed.acme-payments.com/prices');
// ok: no-cleartext-transport
export const feedSafe = new WebSocket('wss://feed.acme-payments.com/prices');

export async function upload(file: string) {
  const client = new Client();
  // bad: no-cleartext-transport
  await client.access({ host: 'ftp.acme-payments.com', user: 'u', password: process.env.FTP_PASSWORD, secure: false });
  await client.uploadFrom(file, 'in.csv');
}

export async function uploadSafely(file: string) {
  const client = new Client();
  // ok: no-cleartext-transport
  await client.access({ host: 'ftp.acme-payments.com', user: 'u', password: process.env.FTP_PASSWORD, secure: true });
  await client.uploadFrom(file, 'in.csv');
}

export async function broker() {
  // bad: no-cleartext-transport
  const plain = await amqp.connect('amqp://mq.acme-payments.com');
  // ok: no-cleartext-transport
  const safe = await amqp.connect('amqps://mq.acme-payments.com');
  return { plain, safe };
}
