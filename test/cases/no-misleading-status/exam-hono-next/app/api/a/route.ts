// @complete: no-misleading-status
import { NextResponse } from 'next/server';
import { loadReturn } from '../../../src/store.js';

export async function GET(req: Request) {
  const id = new URL(req.url).searchParams.get('id');
  // bad: no-misleading-status
  if (!id) return NextResponse.json({ error: 'id is missing' });
  const row = await loadReturn(id);
  // ok: no-misleading-status
  if (!row) return NextResponse.json({ error: 'not found' }, { status: 404 });
  // ok: no-misleading-status -- null says that there was no error
  return NextResponse.json({ data: row, error: null });
}

export async function PUT(req: Request) {
  try {
    return NextResponse.json(await loadReturn((await req.json()).id));
  } catch {
    // bad: no-misleading-status
    return Response.json({ errors: ['bad json'] });
  }
}
