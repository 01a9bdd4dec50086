// @complete: require-webhook-signature
import { NextRequest, NextResponse } from 'next/server';
import { db } from '../../../../src/db';
import { isSigned } from '../../../../src/verify';

// ok-cross: require-webhook-signature
export async function POST(request: NextRequest) {
  const raw = await request.text();
  if (!isSigned(raw, request.headers.get('linear-signature') ?? '')) return new NextResponse(null, { status: 401 });
  const event = JSON.parse(raw);
  await db.insertInto('issues').values({ id: event.data.id }).execute();
  return NextResponse.json({ ok: true });
}
