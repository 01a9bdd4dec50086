// @complete: no-slow-work-in-transaction
const { PrismaClient } = require('@prisma/client');
const { SESv2Client, SendEmailCommand } = require('@aws-sdk/client-sesv2');
const { Kafka } = require('kafkajs');
const axios = require('axios');
const knex = require('knex')({ client: 'pg', connection: process.env.DATABASE_URL });
const { publish } = require('./aws');

const prisma = new PrismaClient();
const ses = new SESv2Client({});
const producer = new Kafka({ brokers: [process.env.KAFKA] }).producer();

exports.handler = async (event) => {
  const { id, email } = JSON.parse(event.body);
  await prisma.$transaction(async (tx) => {
    await tx.claim.update({ where: { id }, data: { state: 'settled' } });
    // bad-cross: no-slow-work-in-transaction
    await publish({ id });
    // bad: no-slow-work-in-transaction
    await ses.send(new SendEmailCommand({ Destination: { ToAddresses: [email] } }));
    // bad: no-slow-work-in-transaction
    await producer.send({ topic: 'claims', messages: [{ value: id }] });
  });
  // ok-cross: no-slow-work-in-transaction
  await publish({ id, done: true });
  return { statusCode: 204 };
};

exports.rates = async (event) => {
  const { id } = JSON.parse(event.body);
  const trx = await knex.transaction();
  try {
    await trx('claims').where({ id }).update({ state: 'rated' });
    // bad: no-slow-work-in-transaction -- the transaction was begun by hand
    const { data } = await axios.get(`https://rates.example.org/${id}`);
    await trx('claims').where({ id }).update({ rate: data.rate });
    await trx.commit();
  } catch (error) {
    await trx.rollback();
    throw error;
  }
  return { statusCode: 204 };
};

exports.parallel = async (event) => {
  const { id } = JSON.parse(event.body);
  await knex.transaction(async (trx) => {
    // bad: no-slow-work-in-transaction -- awaited as one of several
    await Promise.all([trx('claims').where({ id }).update({ state: 'x' }), axios.post('https://crm.example.org', { id })]);
  });
  return { statusCode: 204 };
};

exports.safe = async (event) => {
  const { id } = JSON.parse(event.body);
  // ok: no-slow-work-in-transaction
  const { data } = await axios.get(`https://rates.example.org/${id}`);
  // ok: no-slow-work-in-transaction
  await knex.transaction(async (trx) => {
    await trx('claims').where({ id }).update({ rate: data.rate });
    await trx('outbox').insert({ topic: 'rated', body: JSON.stringify({ id }) });
  });
  return { statusCode: 204 };
};
