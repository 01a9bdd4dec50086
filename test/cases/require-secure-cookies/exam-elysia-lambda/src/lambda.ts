// @complete: require-secure-cookies
import type { APIGatewayProxyHandlerV2, APIGatewayProxyHandler } from 'aws-lambda';
import { serialize } from 'cookie';
import { issue } from './issue';

export const login: APIGatewayProxyHandlerV2 = async () => ({
  statusCode: 204,
  // bad: require-secure-cookies
  cookies: [`session=${issue()}; Path=/; HttpOnly`],
});

export const loginSafely: APIGatewayProxyHandlerV2 = async () => ({
  statusCode: 204,
  // ok: require-secure-cookies
  cookies: [`session=${issue()}; Path=/; HttpOnly; Secure; SameSite=Strict`],
});

export const legacy: APIGatewayProxyHandler = async () => ({
  statusCode: 200,
  body: '',
  headers: {
    // bad: require-secure-cookies
    'Set-Cookie': serialize('auth', issue(), { httpOnly: true, path: '/' }),
  },
});

export const legacySafely: APIGatewayProxyHandler = async () => ({
  statusCode: 200,
  body: '',
  headers: {
    // ok: require-secure-cookies
    'Set-Cookie': serialize('auth', issue(), { httpOnly: true, secure: true, sameSite: 'lax', path: '/' }),
  },
});
