// @complete: no-param-type-confusion
import type { NextRequest } from 'next/server';

export async function GET(request: NextRequest) {
  const q = request.nextUrl.searchParams.get('q') ?? '';
  // ok: no-param-type-confusion
  if (q.length > 100) return new Response(null, { status: 400 });
  const agent = request.headers.get('user-agent') ?? '';
  // ok: no-param-type-confusion
  if (agent.includes('bot')) return new Response(null, { status: 403 });
  return Response.json([]);
}

export async function POST(request: NextRequest) {
  const { path } = await request.json();
  // bad: no-param-type-confusion
  if (path.indexOf('..') >= 0) return new Response(null, { status: 400 });
  return Response.json({ path });
}
