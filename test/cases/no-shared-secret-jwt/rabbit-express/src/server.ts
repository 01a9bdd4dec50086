import amqp from 'amqplib';
import express from 'express';
import { commandToken, readCommand } from './command-token.js';

const connection = await amqp.connect(process.env.AMQP_URL!);
const channel = await connection.createChannel();
await channel.assertQueue('pick-orders', { durable: true });

await channel.consume('fulfilment', async (message) => {
  if (!message) return;
  await readCommand(String(message.properties.headers?.token));
  channel.ack(message);
});

const app = express();
app.post('/orders/:id/pick', (req, res) => {
  channel.sendToQueue('pick-orders', Buffer.from(req.params.id), { headers: { token: commandToken(req.params.id) } });
  res.status(202).end();
});
app.listen(3000);
