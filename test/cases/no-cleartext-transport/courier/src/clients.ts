// @complete: no-cleartext-transport
import amqp from 'amqplib';
import axios from 'axios';
import Redis from 'ioredis';
import nodemailer from 'nodemailer';
import WebSocket from 'ws';
import { RATES, TRACKING } from './addresses.js';

export const pay = (body: object) =>
  // bad: no-cleartext-transport
  // fix: no-cleartext-transport
  fetch('http://pay.example.com/charges', { method: 'POST', body: JSON.stringify(body) });

// bad: no-cleartext-transport
// fix: no-cleartext-transport
export const sms = axios.create({ baseURL: 'http://sms.example.com', auth: { username: 'a', password: process.env.SMS_PASSWORD! } });

// bad-cross: no-cleartext-transport
export const track = (id: string) => axios.get(`${TRACKING}/parcels/${id}`);

// bad: no-cleartext-transport
// fix: no-cleartext-transport
export const cache = new Redis('redis://:pw@cache.example.com:6379');

// bad: no-cleartext-transport
export const prices = new WebSocket('ws://prices.example.com/feed');

// bad: no-cleartext-transport
export const queue = () => amqp.connect('amqp://user:pw@mq.example.com');

// bad: no-cleartext-transport
export const mail = nodemailer.createTransport({ host: 'mail.example.com', port: 25, secure: false });

// bad: no-cleartext-transport
export const fallback = (id: string) => fetch(`${process.env.LABELS_URL ?? 'http://labels.example.com'}/labels/${id}`);

// ok-cross: no-cleartext-transport
export const rates = (zip: string) => axios.get(`${RATES}/${zip}`);
// ok: no-cleartext-transport
export const local = () => fetch('http://localhost:3000/health');
// ok: no-cleartext-transport
export const cluster = () => fetch('http://orders.shop.svc.cluster.local/orders');
// ok: no-cleartext-transport
export const service = () => fetch('http://orders:8080/orders');
// ok: no-cleartext-transport
export const metadata = () => fetch('http://169.254.169.254/latest/meta-data/');
// ok: no-cleartext-transport
export const starttls = nodemailer.createTransport({ host: 'mail.example.com', port: 587, secure: false });
// ok: no-cleartext-transport
export const safe = new Redis('rediss://cache.example.com:6379');
// ok: no-cleartext-transport
export const namespace = { xmlns: 'http://www.w3.org/2000/svg', docs: 'http://docs.example.com' };
