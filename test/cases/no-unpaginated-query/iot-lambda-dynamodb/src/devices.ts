// @complete: no-unpaginated-query
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, paginateScan, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.DEVICES_TABLE;

export const list: APIGatewayProxyHandlerV2 = async () => {
  // bad: no-unpaginated-query
  const { Items } = await client.send(new ScanCommand({ TableName }));
  return { statusCode: 200, body: JSON.stringify(Items) };
};

export const page: APIGatewayProxyHandlerV2 = async (event) => {
  const from = event.queryStringParameters?.from;
  // ok: no-unpaginated-query
  const { Items, LastEvaluatedKey } = await client.send(
    new ScanCommand({ TableName, Limit: 50, ExclusiveStartKey: from ? { id: from } : undefined }),
  );
  return { statusCode: 200, body: JSON.stringify({ Items, next: LastEvaluatedKey?.id }) };
};

export const one: APIGatewayProxyHandlerV2 = async (event) => {
  // ok: no-unpaginated-query
  const { Item } = await client.send(new GetCommand({ TableName, Key: { id: event.pathParameters?.id } }));
  return { statusCode: 200, body: JSON.stringify(Item) };
};

export async function* each() {
  // ok: no-unpaginated-query -- page after page, nothing kept
  for await (const { Items } of paginateScan({ client, pageSize: 200 }, { TableName })) yield* Items ?? [];
}

export const add = (id: string) => client.send(new PutCommand({ TableName, Item: { id } }));
