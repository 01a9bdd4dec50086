// @complete: require-idempotency
import { NextResponse } from 'next/server';
import { placeOrder } from '../../../../lib/orders';
import { withIdempotency } from '../../../../lib/with-idempotency';

// ok-cross: require-idempotency -- the wrapper
export const POST = withIdempotency(async (request) => {
  const { sku, cents } = await request.json();
  return NextResponse.json(await placeOrder(sku, cents), { status: 201 });
});
