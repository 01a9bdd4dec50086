// @complete: no-open-redirect
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export const handler = async (event: APIGatewayProxyEventV2) => {
  const to = event.queryStringParameters?.to ?? '/';
  if (event.rawPath === '/known') {
    if (!['https://a.example.com/', 'https://b.example.com/'].includes(to)) return { statusCode: 400 };
    // ok: no-open-redirect -- a closed list
    return { statusCode: 302, headers: { location: to } };
  }
  // bad: no-open-redirect
  return { statusCode: 302, headers: { location: to } };
};
