// @complete: no-cleartext-transport
import amqp from 'amqplib';
import axios from 'axios';
import { Client as FtpClient } from 'basic-ftp';
import Redis from 'ioredis';
import { Client as LdapClient } from 'ldapts';
import mqtt from 'mqtt';
import nodemailer from 'nodemailer';
import { createClient } from 'redis';
import { io } from 'socket.io-client';
import WebSocket from 'ws';
import { config } from './config.js';

// bad: no-cleartext-transport
// fix: no-cleartext-transport
export const payments = axios.create({ baseURL: 'http://payments.partner-systems.com', auth: { username: 'svc', password: process.env.PAY! } });

export async function calls(token: string) {
  // bad-cross: no-cleartext-transport -- the configured address is http
  await axios.get(`${config.crm}/contacts`, { headers: { authorization: `Bearer ${token}` } });
  // ok-cross: no-cleartext-transport
  await axios.get(`${config.crmSecure}/contacts`, { headers: { authorization: `Bearer ${token}` } });
  // ok-cross: no-cleartext-transport -- loopback
  await fetch(config.local);
  // ok-cross: no-cleartext-transport -- a name of the cluster
  await fetch(`${config.cluster}/orders`);
  // ok-cross: no-cleartext-transport -- the metadata address
  await fetch(config.metadata);
  // ok: no-cleartext-transport -- cluster names
  await fetch('http://billing.default.svc.cluster.local/v1');
  // bad: no-cleartext-transport
  await fetch('http://api.partner-systems.com/v2/orders', { method: 'POST', body: '{}' });
}

// bad: no-cleartext-transport
export const socket = new WebSocket('ws://stream.partner-systems.com/feed');
// ok: no-cleartext-transport
export const secureSocket = new WebSocket('wss://stream.partner-systems.com/feed');
// bad: no-cleartext-transport
export const rooms = io('http://rooms.partner-systems.com');
// ok: no-cleartext-transport
export const localSocket = new WebSocket('ws://127.0.0.1:9000');

// bad: no-cleartext-transport
export const redis = new Redis('redis://:secret@cache.partner-systems.com:6379');
// ok: no-cleartext-transport
export const redisTls = new Redis('rediss://cache.partner-systems.com:6380');
// ok: no-cleartext-transport -- a single label
export const cache = createClient({ url: 'redis://cache:6379' });
// bad: no-cleartext-transport
export const remote = createClient({ url: 'redis://cache.partner-systems.com:6379' });

// bad: no-cleartext-transport
export const ldap = new LdapClient({ url: 'ldap://directory.partner-systems.com' });
// bad: no-cleartext-transport
export const sensors = mqtt.connect('mqtt://iot.partner-systems.com');

export async function broker() {
  // bad-cross: no-cleartext-transport
  return amqp.connect(config.broker);
}

export async function upload(file: string) {
  const ftp = new FtpClient();
  // bad: no-cleartext-transport
  await ftp.access({ host: 'ftp.partner-systems.com', user: 'svc', password: process.env.FTP!, secure: false });
  await ftp.uploadFrom(file, 'in.csv');
}

// bad: no-cleartext-transport
export const mail25 = nodemailer.createTransport({ host: 'smtp.partner-systems.com', port: 25, secure: false, ignoreTLS: true });
// ok: no-cleartext-transport -- STARTTLS
export const mail587 = nodemailer.createTransport({ host: 'smtp.partner-systems.com', port: 587, secure: false });
// ok: no-cleartext-transport
export const mail465 = nodemailer.createTransport({ host: 'smtp.partner-systems.com', port: 465, secure: true });

// ok: no-cleartext-transport -- an XML namespace
export const NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';
// ok: no-cleartext-transport -- documentation
export const docs = 'see http://docs.partner-systems.com for more';
