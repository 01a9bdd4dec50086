// @complete: require-idempotency
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({}));

// ok: require-idempotency -- the client's key with a condition
export const handler = async (event: APIGatewayProxyEventV2) => {
  const key = event.headers['idempotency-key'];
  if (!key) return { statusCode: 400 };
  try {
    const Item = { id: key, text: event.body };
    await dynamo.send(new PutCommand({ TableName: process.env.TABLE, Item, ConditionExpression: 'attribute_not_exists(id)' }));
  } catch (err) {
    if ((err as Error).name !== 'ConditionalCheckFailedException') throw err;
  }
  return { statusCode: 201, body: JSON.stringify({ id: key }) };
};
