// @complete: require-idempotency
import { type NextRequest, NextResponse } from 'next/server';
import { placeOrder } from '@/lib/orders';

// bad-cross: require-idempotency
export async function POST(request: NextRequest) {
  const { sku, cents } = await request.json();
  return NextResponse.json(await placeOrder(sku, cents), { status: 201 });
}

// ok: require-idempotency
export async function GET() {
  return NextResponse.json({ methods: ['POST'] });
}
