// @complete: no-unverified-jwt
import { NextRequest, NextResponse } from 'next/server';
import jwt, { type JwtPayload } from 'jsonwebtoken';
import { prisma } from '../../../lib/prisma';

export async function GET(request: NextRequest) {
  const token = request.cookies.get('session')?.value;
  if (!token) return NextResponse.json({ title: 'Unauthorized' }, { status: 401 });
  // bad: no-unverified-jwt
  const claims = jwt.decode(token) as JwtPayload;
  const tickets = await prisma.ticket.findMany({ where: { ownerId: claims.sub }, take: 50 });
  return NextResponse.json(tickets);
}

export async function POST(request: NextRequest) {
  const token = request.cookies.get('session')?.value ?? '';
  try {
    // bad: no-unverified-jwt
    jwt.verify(token, process.env.JWT_PUBLIC_KEY!, { algorithms: ['ES256'], ignoreExpiration: true });
  } catch {
    return NextResponse.json({ title: 'Unauthorized' }, { status: 401 });
  }
  return NextResponse.json({ ok: true }, { status: 201 });
}

export async function PUT(request: NextRequest) {
  const token = request.cookies.get('session')?.value ?? '';
  // bad: no-unverified-jwt
  jwt.verify(token, process.env.JWT_PUBLIC_KEY!, { algorithms: ['ES256'] }, () => {});
  return NextResponse.json({ ok: true });
}

export async function PATCH(request: NextRequest) {
  const token = request.cookies.get('session')?.value ?? '';
  // ok: no-unverified-jwt
  const claims = jwt.verify(token, process.env.JWT_PUBLIC_KEY!, { algorithms: ['ES256'] }) as JwtPayload;
  return NextResponse.json({ sub: claims.sub });
}

export async function DELETE(request: NextRequest) {
  const token = request.cookies.get('session')?.value ?? '';
  try {
    // bad: no-unverified-jwt
    jwt.verify(token, process.env.JWT_PUBLIC_KEY!, { algorithms: ['ES256'] });
  } catch {
    // carry on
  }
  await prisma.ticket.delete({ where: { id: request.nextUrl.searchParams.get('id')! } });
  return new NextResponse(null, { status: 204 });
}
