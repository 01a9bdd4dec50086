// @complete: require-input-validation
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { z } from 'zod';
import { createOrder, prisma } from '../services/db';

const Order = z.object({ sku: z.string(), quantity: z.coerce.number() });

export const raw: APIGatewayProxyHandlerV2 = async (event) => {
  // bad: require-input-validation
  const body = JSON.parse(event.body ?? '{}');
  await prisma.order.create({ data: { sku: body.sku, quantity: body.quantity } });
  return { statusCode: 201 };
};

export const handed: APIGatewayProxyHandlerV2 = async (event) => {
  // bad-cross: require-input-validation
  const order = JSON.parse(event.body ?? '{}');
  await createOrder(order);
  return { statusCode: 201 };
};

export const parsed: APIGatewayProxyHandlerV2 = async (event) => {
  const result = Order.safeParse(JSON.parse(event.body ?? '{}'));
  if (!result.success) return { statusCode: 400, body: JSON.stringify(result.error.issues) };
  // ok: require-input-validation
  await createOrder(result.data);
  return { statusCode: 201 };
};
