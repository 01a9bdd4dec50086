// @complete: no-ssrf
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import { fetch, request } from 'undici';
import { z } from 'zod';
import { download, inventoryOf } from './fetcher.js';
import { isAllowedHost } from './hosts.js';

const Body = z.object({ url: z.string().url(), sku: z.string(), size: z.enum(['small', 'large']) });

export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  const address = event.queryStringParameters?.url ?? '';
  // bad: no-ssrf
  const page = await fetch(address);
  return { statusCode: 200, body: await page.text() };
}

export async function imageHandler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  const input = Body.parse(JSON.parse(event.body ?? '{}'));
  // bad-cross: no-ssrf
  const image = await download(input.url);
  return { statusCode: 200, body: image.toString('base64'), isBase64Encoded: true };
}

export async function proxyHandler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  const address = event.queryStringParameters?.url ?? '';
  if (!isAllowedHost(address)) return { statusCode: 400, body: 'host is not allowed' };
  // ok-cross: no-ssrf
  const { body } = await request(address);
  return { statusCode: 200, body: await body.text() };
}

export async function followingHandler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  const address = event.queryStringParameters?.url ?? '';
  const { hostname } = new URL(address);
  if (hostname === 'localhost' || hostname.startsWith('10.')) return { statusCode: 400, body: 'private' };
  // bad: no-ssrf
  const answer = await fetch(address);
  return { statusCode: answer.status, body: '' };
}

export async function stockHandler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  const sku = event.pathParameters?.sku ?? '';
  // ok-cross: no-ssrf
  const stock = await inventoryOf(sku);
  // ok: no-ssrf
  const sized = await fetch(`https://images.example.com/${Body.parse(JSON.parse(event.body!)).size}.png`);
  return { statusCode: 200, body: JSON.stringify({ stock, ok: sized.ok }) };
}

export async function tenantHandler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  const tenant = event.pathParameters?.tenant;
  // bad: no-ssrf
  const answer = await fetch(`https://${tenant}.example.com/status`);
  return { statusCode: answer.status, body: '' };
}
