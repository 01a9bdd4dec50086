// @complete: no-public-cache-on-private-data
import { auth } from '@/auth';
import { NextResponse } from 'next/server';

export async function GET() {
  const session = await auth();
  if (!session?.user) return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  const orders = await fetch(`${process.env.ORDERS_URL}/${session.user.id}`).then((res) => res.json());
  // bad: no-public-cache-on-private-data
  return NextResponse.json(orders, { headers: { 'Cache-Control': 'public, max-age=60' } });
}
