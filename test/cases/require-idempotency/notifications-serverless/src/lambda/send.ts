// @complete: require-idempotency
import { makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const sqs = new SQSClient({});
const persistenceStore = new DynamoDBPersistenceLayer({ tableName: 'idempotency' });

// ok: require-idempotency -- Powertools
export const handler = makeIdempotent(
  async (event: APIGatewayProxyEventV2) => {
    await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: event.body }));
    return { statusCode: 202 };
  },
  { persistenceStore },
);
