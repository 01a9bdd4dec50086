// @complete: no-hardcoded-secrets
const knex = require('knex');
const mongoose = require('mongoose');
const mysql = require('mysql2/promise');
const nodemailer = require('nodemailer');
const { createClient } = require('redis');
const { Sequelize } = require('sequelize');

// bad: no-hardcoded-secrets
// fix: no-hardcoded-secrets
const legacy = new Sequelize('accounts', 'accounts_rw', 'Gr4nite-Otter', { host: process.env.MYSQL_HOST, dialect: 'mysql' });
// ok: no-hardcoded-secrets
const current = new Sequelize(process.env.MYSQL_DATABASE, process.env.MYSQL_USER, process.env.MYSQL_PASSWORD, { dialect: 'mysql' });

const db = knex({
  client: 'pg',
  connection: {
    host: process.env.PGHOST,
    user: 'accounts',
    // bad: no-hardcoded-secrets
    // fix: no-hardcoded-secrets
    password: 'Tundra-Violin-3',
    database: 'accounts',
  },
});

const reporting = mysql.createPool({
  host: process.env.MYSQL_HOST,
  user: 'report',
  // ok: no-hardcoded-secrets
  password: process.env.REPORT_PASSWORD,
  database: 'accounts',
});

async function connect() {
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  await mongoose.connect('mongodb+srv://accounts:Plum-Rocket-52@cluster0.k3v9q.mongodb.net/accounts');
  // ok: no-hardcoded-secrets
  await mongoose.createConnection(process.env.AUDIT_MONGO_URL).asPromise();
  // ok: no-hardcoded-secrets -- no credentials in it
  await mongoose.createConnection('mongodb://127.0.0.1:27017/accounts_dev').asPromise();
}

const cache = createClient({
  socket: { host: process.env.REDIS_HOST, port: 6379 },
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  password: 'Moss-Falcon-Nine',
});

// ok: no-hardcoded-secrets -- placeholders of a template string, filled from the environment
const queueUrl = `redis://:${process.env.REDIS_PASSWORD}@${process.env.REDIS_HOST}:6379/1`;

// bad: no-hardcoded-secrets -- only the host comes from the environment
const auditUrl = `mysql://audit:Drift-Wood-88@${process.env.MYSQL_HOST}:3306/audit`;

const mailer = nodemailer.createTransport({
  host: 'smtp.mailhost.example.net',
  port: 587,
  auth: {
    user: 'accounts@acme.example',
    // bad: no-hardcoded-secrets
    // fix: no-hardcoded-secrets
    pass: 'Cinder-Pony-64',
  },
});

// ok: no-hardcoded-secrets
const bulkMailer = nodemailer.createTransport({ host: process.env.SMTP_HOST, auth: { user: process.env.SMTP_USER, pass: process.env.SMTP_PASS } });

module.exports = { legacy, current, db, reporting, connect, cache, queueUrl, auditUrl, mailer, bulkMailer };
