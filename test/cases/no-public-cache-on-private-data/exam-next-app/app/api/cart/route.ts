// @complete: no-public-cache-on-private-data
import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';

// bad: no-public-cache-on-private-data
export const dynamic = 'force-static';

export async function GET() {
  const cart = (await cookies()).get('cart')?.value;
  return NextResponse.json({ cart });
}
