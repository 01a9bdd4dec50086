import { rule } from '../../../src/rules/jobs/require-job-failure-handler.js';
import { ruleTester } from '../../rule-tester.js';

const amqp =
  "import { connect } from 'amqplib';\nconst channel = await (await connect('amqp://broker')).createChannel();\n";
const sqs = "import { DeleteMessageCommand, SQSClient } from '@aws-sdk/client-sqs';\nconst sqs = new SQSClient({});\n";

ruleTester.run('require-job-failure-handler', rule as never, {
  valid: [
    {
      name: 'a catch in the function',
      code: "import { Worker } from 'bullmq';\nnew Worker('a', async (job) => {\n  try {\n    await work(job);\n  } catch (err) {\n    report(err);\n    throw err;\n  }\n});",
    },
    { name: 'another Worker', code: "import { Worker } from 'node:worker_threads';\nnew Worker('a');" },
    {
      name: 'acknowledged after the work',
      code: `${amqp}channel.consume('a', async (m) => {\n  try {\n    await work(m);\n    channel.ack(m);\n  } catch {\n    channel.nack(m);\n  }\n});`,
    },
    {
      name: 'a message left out',
      code: `${amqp}channel.consume('a', async (m) => {\n  try {\n    if (!m.known) {\n      channel.ack(m);\n      return;\n    }\n    await work(m);\n    channel.ack(m);\n  } catch {\n    channel.nack(m);\n  }\n});`,
    },
    {
      name: 'deleted after the work',
      code: `${sqs}export async function f(m) {\n  await work(m);\n  await sqs.send(new DeleteMessageCommand({}));\n}`,
    },
  ],
  invalid: [
    {
      name: 'acknowledged before the work',
      code: `${amqp}channel.consume('a', async (m) => {\n  channel.ack(m);\n  await work(m);\n});`,
      errors: [{ messageId: 'before', line: 4 }],
    },
    {
      name: 'never acknowledged',
      code: `${amqp}channel.consume('a', work, { noAck: true });`,
      errors: [{ messageId: 'none' }],
    },
    {
      name: 'deleted before the work',
      code: `${sqs}export async function f(m) {\n  await sqs.send(new DeleteMessageCommand({}));\n  await work(m);\n}`,
      errors: [{ messageId: 'before' }],
    },
  ],
});
