// @complete: no-unbounded-page-size
import type { NextRequest } from 'next/server';
import { prisma } from '../../../lib/prisma';

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const limit = parseInt(searchParams.get('limit') ?? '10', 10);
  // bad: no-unbounded-page-size
  // fix: no-unbounded-page-size
  return Response.json(await prisma.post.findMany({ take: limit }));
}

export async function PUT(request: NextRequest) {
  const asked = Number(request.nextUrl.searchParams.get('limit') ?? 10);
  // ok: no-unbounded-page-size
  return Response.json(await prisma.post.findMany({ take: Math.min(asked, 50) }));
}

export async function POST(request: Request) {
  const url = new URL(request.url);
  // bad: no-unbounded-page-size
  return Response.json(await prisma.post.findMany({ take: Number(url.searchParams.get('limit')) }));
}
