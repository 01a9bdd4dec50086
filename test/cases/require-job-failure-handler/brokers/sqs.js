// @complete: require-job-failure-handler
const { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } = require('@aws-sdk/client-sqs');
const { charge } = require('./charge');

const sqs = new SQSClient({});
const QueueUrl = process.env.QUEUE_URL;

async function early() {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  for (const message of Messages) {
    // bad: require-job-failure-handler
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
    await charge(JSON.parse(message.Body));
  }
}

async function late() {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  for (const message of Messages) {
    await charge(JSON.parse(message.Body));
    // ok: require-job-failure-handler
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
  }
}
module.exports = { early, late };
