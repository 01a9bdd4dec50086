import type { APIGatewayProxyEventV2, APIGatewayProxyHandler, APIGatewayProxyResultV2, SQSHandler } from 'aws-lambda';

export const create: APIGatewayProxyHandler = async (event) => ({ statusCode: 201, body: event.body ?? '' });
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  if (event.requestContext.http.method === 'POST') return { statusCode: 201 };
  return { statusCode: 200 };
};
export const consume: SQSHandler = async () => {};
