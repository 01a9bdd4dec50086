// @complete: no-reflected-xss
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { message } from '../lib/page.js';

const html = (body: string, statusCode = 200) => ({ statusCode, headers: { 'Content-Type': 'text/html' }, body });

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const email = event.queryStringParameters?.email ?? '';
  if (!email.includes('@')) {
    return {
      statusCode: 400,
      headers: { 'content-type': 'text/html' },
      // bad: no-reflected-xss
      body: `<p>${email} is no address</p>`,
    };
  }
  if (event.headers.accept === 'application/json') {
    // ok: no-reflected-xss -- JSON
    return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email }) };
  }
  if (event.headers.accept === 'text/safe') {
    // ok-cross: no-reflected-xss
    return html(message(email));
  }
  // bad: no-reflected-xss
  return html(`<h1>Thanks, ${email}</h1>`);
};
