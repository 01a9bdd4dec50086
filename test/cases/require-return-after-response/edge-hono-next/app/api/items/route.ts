// @complete: require-return-after-response
import { NextResponse, type NextRequest } from 'next/server';
import { items } from '../../../src/items.js';

export async function POST(request: NextRequest) {
  const body = await request.json();
  // bad: require-return-after-response
  // fix: require-return-after-response
  if (!body.id) NextResponse.json({ error: 'id' }, { status: 400 });
  await items.save(body.id, body);
  // ok: require-return-after-response
  return NextResponse.json({ id: body.id }, { status: 201 });
}

export async function GET() {
  // ok: require-return-after-response -- a response in hand
  const answer = NextResponse.json([]);
  answer.headers.set('cache-control', 'no-store');
  return answer;
}
