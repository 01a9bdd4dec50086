// @complete: require-webhook-signature
import { NextRequest, NextResponse } from 'next/server';
import { db } from '../../../../src/db';

// bad: require-webhook-signature
export async function POST(request: NextRequest) {
  const event = await request.json();
  await db.insertInto('subscriptions').values({ id: event.data.id, status: event.data.attributes.status }).execute();
  return NextResponse.json({ ok: true });
}
