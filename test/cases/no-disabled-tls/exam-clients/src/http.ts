// @complete: no-disabled-tls
import https from 'node:https';
import tls from 'node:tls';
import axios from 'axios';
import got from 'got';
import nodemailer from 'nodemailer';
import { Agent, setGlobalDispatcher } from 'undici';
import { Client } from '@elastic/elasticsearch';
import { Kafka } from 'kafkajs';
import { agent, laxAgent } from './tls';

// ok-cross: no-disabled-tls -- its cause is reported where the agent is made
export const api = axios.create({ baseURL: 'https://api.example.com', timeout: 5000, httpsAgent: laxAgent });
// ok-cross: no-disabled-tls
export const api2 = axios.create({ baseURL: 'https://api.example.com', timeout: 5000, httpsAgent: agent });

// bad: no-disabled-tls
setGlobalDispatcher(new Agent({ connect: { rejectUnauthorized: false } }));

// bad: no-disabled-tls
export const g = got.extend({ https: { rejectUnauthorized: false } });

// bad: no-disabled-tls
export const mailer = nodemailer.createTransport({ host: process.env.SMTP_HOST, port: 587, tls: { rejectUnauthorized: false } });

// bad: no-disabled-tls
export const search = new Client({ node: process.env.ELASTIC_URL, tls: { rejectUnauthorized: false } });

// bad: no-disabled-tls
export const kafka = new Kafka({ brokers: ['kafka-1.example.com:9093'], ssl: { rejectUnauthorized: false } });
// ok: no-disabled-tls
export const kafka2 = new Kafka({ brokers: ['kafka-1.example.com:9093'], ssl: true });

// bad: no-disabled-tls
// fix: no-disabled-tls
export const old = https.createServer({ minVersion: 'TLSv1' });
// bad: no-disabled-tls
export const older = tls.createServer({ secureProtocol: 'TLSv1_method' });
// ok: no-disabled-tls
export const modern = https.createServer({ minVersion: 'TLSv1.2' });

// bad: no-disabled-tls
export const unchecked = https.request('https://partner.example.com', { checkServerIdentity: () => undefined });

// bad: no-disabled-tls
tls.DEFAULT_MIN_VERSION = 'TLSv1.1';

export function laterOff(insecure: string | undefined) {
  const options: https.AgentOptions = {};
  // bad: no-disabled-tls
  options.rejectUnauthorized = false;
  return new https.Agent(options);
}
