// @complete: require-job-failure-handler
import amqp from 'amqplib';
import { render } from './render.js';

export async function start(): Promise<void> {
  const connection = await amqp.connect(process.env.AMQP_URL ?? '');
  const channel = await connection.createChannel();
  await channel.assertQueue('posters', { durable: true, deadLetterExchange: 'dead' });

  await channel.consume('posters', async (message) => {
    if (!message) return;
    // bad: require-job-failure-handler
    channel.ack(message);
    await render(message.content.toString());
  });

  await channel.consume('covers', async (message) => {
    if (!message) return;
    try {
      await render(message.content.toString());
      // ok: require-job-failure-handler
      channel.ack(message);
    } catch (error) {
      console.error(error);
      channel.nack(message, false, false);
    }
  });

  // bad: require-job-failure-handler -- noAck: the broker forgets it on delivery
  await channel.consume('tiles', async (message) => void (message && (await render(message.content.toString()))), { noAck: true });
}
