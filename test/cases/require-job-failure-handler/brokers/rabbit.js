// @complete: require-job-failure-handler
const amqp = require('amqplib');
const { charge } = require('./charge');

async function main() {
  const connection = await amqp.connect(process.env.AMQP_URL);
  const channel = await connection.createChannel();

  await channel.consume('orders', async (message) => {
    // bad: require-job-failure-handler
    channel.ack(message);
    await charge(JSON.parse(message.content.toString()));
  });
  // bad: require-job-failure-handler
  await channel.consume('orders', (message) => charge(message), { noAck: true });
  await channel.consume('orders', async (message) => {
    try {
      await charge(JSON.parse(message.content.toString()));
      // ok: require-job-failure-handler
      channel.ack(message);
    } catch (err) {
      console.error('order failed', err);
      channel.nack(message, false, false);
    }
  });
  // bad: require-job-failure-handler
  await channel.consume('orders', async (message) => {
    await charge(JSON.parse(message.content.toString()));
    channel.ack(message);
  });
}
module.exports = { main };
