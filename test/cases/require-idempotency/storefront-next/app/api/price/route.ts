// @complete: require-idempotency
import { NextResponse } from 'next/server';
import { priceOf } from '../../../lib/orders';

// ok-cross: require-idempotency -- computes
export async function POST(request: Request) {
  const { sku, count } = await request.json();
  return NextResponse.json(priceOf(sku, count));
}
