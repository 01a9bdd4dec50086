import Redis from 'ioredis';
import knex from 'knex';
import nodemailer from 'nodemailer';

export const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });
export const redis = new Redis(process.env.REDIS_URL ?? '');
export const mailer = nodemailer.createTransport(process.env.SMTP_URL);
