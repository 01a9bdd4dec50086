// @complete: no-public-cache-on-private-data
import { NextResponse } from 'next/server';
import { PRIVATE } from '../../../lib/headers';
import { currentUser } from '../../../lib/session';

export async function GET() {
  const user = await currentUser();
  // ok-cross: no-public-cache-on-private-data
  return NextResponse.json({ user }, { headers: PRIVATE });
}
