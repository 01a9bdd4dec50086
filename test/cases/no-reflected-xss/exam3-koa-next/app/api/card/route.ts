// @complete: no-reflected-xss
import { NextResponse, type NextRequest } from 'next/server';

export async function GET(request: NextRequest) {
  const text = request.nextUrl.searchParams.get('text') ?? '';
  const html = ['<html>', `<body>${text}</body>`, '</html>'].join('\n');
  if (request.nextUrl.searchParams.has('json')) {
    // ok: no-reflected-xss
    return NextResponse.json({ text });
  }
  // bad: no-reflected-xss
  return new NextResponse(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
