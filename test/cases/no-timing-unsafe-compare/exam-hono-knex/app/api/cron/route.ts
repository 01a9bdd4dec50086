// @complete: no-timing-unsafe-compare
import { NextRequest, NextResponse } from 'next/server';

export async function GET(request: NextRequest) {
  // bad: no-timing-unsafe-compare
  if (request.headers.get('authorization') !== `Bearer ${process.env.CRON_SECRET}`) return new NextResponse(null, { status: 401 });
  return NextResponse.json({ ok: true });
}

export async function POST(request: NextRequest) {
  const { pagePassword } = await request.json();
  // bad: no-timing-unsafe-compare -- a shared page password
  if (pagePassword === process.env.PAGE_PASSWORD) return NextResponse.json({ ok: true });
  // ok: no-timing-unsafe-compare
  if (process.env.NODE_ENV === 'production') return new NextResponse(null, { status: 403 });
  return new NextResponse(null, { status: 401 });
}
