// @complete: no-error-details-in-response
import type { APIGatewayProxyHandler } from 'aws-lambda';

export const handler: APIGatewayProxyHandler = async (event) => {
  try {
    return { statusCode: 200, body: JSON.stringify(await load()) };
  } catch (err) {
    // bad: no-error-details-in-response
    return { statusCode: 500, body: JSON.stringify({ message: err.message, err }) };
  }
};
const load = async () => [];
