// @complete: no-ssrf
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import puppeteer from 'puppeteer-core';

const PAGES: Record<string, string> = { home: 'https://www.example.com/', pricing: 'https://www.example.com/pricing' };

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { target } = JSON.parse(event.body ?? '{}');
  const browser = await puppeteer.launch({ executablePath: '/opt/chromium' });
  const page = await browser.newPage();
  // bad: no-ssrf
  await page.goto(target);
  const image = await page.screenshot({ encoding: 'base64' });
  await browser.close();
  return { statusCode: 200, body: image };
};

export const known: APIGatewayProxyHandlerV2 = async (event) => {
  const browser = await puppeteer.launch({ executablePath: '/opt/chromium' });
  const page = await browser.newPage();
  const target = PAGES[event.pathParameters?.page ?? 'home'];
  if (!target) return { statusCode: 404, body: '' };
  // ok: no-ssrf
  await page.goto(target);
  await browser.close();
  return { statusCode: 204 };
};
