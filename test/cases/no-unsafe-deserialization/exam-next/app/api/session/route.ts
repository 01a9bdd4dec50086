// @complete: no-unsafe-deserialization
import { cookies } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import { restore } from '@/lib/restore';

export async function GET() {
  const raw = cookies().get('cart')?.value ?? '';
  // bad-cross: no-unsafe-deserialization
  return NextResponse.json(restore(raw));
}

export async function POST(request: NextRequest) {
  const raw = request.cookies.get('cart')?.value ?? '{}';
  // ok: no-unsafe-deserialization
  return NextResponse.json(JSON.parse(raw));
}
