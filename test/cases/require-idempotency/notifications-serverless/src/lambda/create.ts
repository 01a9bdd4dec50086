// @complete: require-idempotency
import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';

const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({}));

// bad: require-idempotency -- an id of its own for every repeat
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  if (event.requestContext.http.method !== 'POST') return { statusCode: 405 };
  const { text } = JSON.parse(event.body ?? '{}');
  const id = randomUUID();
  await dynamo.send(new PutCommand({ TableName: process.env.TABLE, Item: { id, text } }));
  return { statusCode: 201, body: JSON.stringify({ id }) };
};
