import { NextResponse, type NextRequest } from 'next/server';
import { verify } from './verify';

export async function middleware(request: NextRequest) {
  const token = request.headers.get('authorization');
  if (!(await verify(token))) return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  return NextResponse.next();
}

export const config = { matcher: ['/api/private/:path*'] };
