// @complete: no-public-cache-on-private-data
import { NextResponse } from 'next/server';
import { CDN } from '../../../lib/headers';
import { currentUser } from '../../../lib/session';

export async function GET() {
  const user = await currentUser();
  if (!user) return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  // bad-cross: no-public-cache-on-private-data
  return NextResponse.json({ user, invoices: [] }, { headers: CDN });
}
