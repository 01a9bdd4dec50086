const { Kafka } = require('kafkajs');
const express = require('express');
const { seal, open, openAny } = require('./envelope');

const kafka = new Kafka({ clientId: 'meter-readings', brokers: process.env.KAFKA_BROKERS.split(',') });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'meter-readings' });

async function main() {
  await producer.connect();
  await consumer.connect();
  await consumer.subscribe({ topic: 'commands' });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const command = open(message.headers.token.toString()) ?? openAny(message.headers.token.toString());
      await producer.send({ topic: 'readings', messages: [{ value: '{}', headers: { token: seal({ meter: command.meter }) } }] });
    },
  });
  express()
    .get('/health', (_req, res) => res.json({ ok: true }))
    .listen(3000);
}

main();
