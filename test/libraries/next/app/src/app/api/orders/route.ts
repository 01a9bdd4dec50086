import { NextResponse, type NextRequest } from 'next/server';

export async function GET() {
  return NextResponse.json([]);
}

export const POST = async (request: NextRequest) => NextResponse.json(await request.json(), { status: 201 });
