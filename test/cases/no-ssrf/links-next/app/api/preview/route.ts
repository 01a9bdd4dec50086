// @complete: no-ssrf
import { NextRequest, NextResponse } from 'next/server';
import { z } from 'zod';
import { download } from '../../../lib/download';
import { isAllowed } from '../../../lib/hosts';

const Body = z.object({ url: z.string().url(), region: z.enum(['eu', 'us']) });

export async function GET(request: NextRequest) {
  const target = request.nextUrl.searchParams.get('url');
  if (!target) return NextResponse.json({ error: 'missing' }, { status: 400 });
  // bad: no-ssrf
  const page = await fetch(target);
  return NextResponse.json({ text: await page.text() });
}

export async function POST(request: NextRequest) {
  const body = Body.parse(await request.json());
  // ok: no-ssrf -- one of two regions
  await fetch(`https://${body.region}.example.com/warm`);
  // bad-cross: no-ssrf
  const file = await download(body.url);
  return new NextResponse(file);
}

export async function PUT(request: NextRequest) {
  const { url } = await request.json();
  if (!isAllowed(url)) return NextResponse.json({ error: 'host' }, { status: 400 });
  // ok-cross: no-ssrf -- the host is one of a list
  const file = await download(url);
  return new NextResponse(file);
}
