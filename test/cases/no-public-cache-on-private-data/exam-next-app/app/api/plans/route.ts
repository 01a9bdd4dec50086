// @complete: no-public-cache-on-private-data
import { NextResponse } from 'next/server';
import { CDN } from '../../../lib/headers';

// ok: no-public-cache-on-private-data
export const revalidate = 3600;

export async function GET() {
  // ok: no-public-cache-on-private-data -- the same for everybody
  return NextResponse.json({ plans: ['free', 'team'] }, { headers: CDN });
}
