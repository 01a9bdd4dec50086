// @complete: require-job-failure-handler
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { render } from './render.js';

const sqs = new SQSClient({});
const QueueUrl = process.env.QUEUE_URL;

export async function pollTooEager(): Promise<void> {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
  for (const message of Messages) {
    // bad: require-job-failure-handler -- gone before the work is done
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
    await render(JSON.parse(message.Body ?? '{}').id);
  }
}

export async function poll(): Promise<void> {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
  for (const message of Messages) {
    try {
      await render(JSON.parse(message.Body ?? '{}').id);
      // ok: require-job-failure-handler
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
    } catch (error) {
      console.error('left for the dead letter queue', error);
    }
  }
}
