// @complete: no-misleading-status
import { NextResponse } from 'next/server';

export async function GET() {
  try {
    return NextResponse.json(await load());
  } catch (error) {
    // bad: no-misleading-status
    return NextResponse.json({ error: 'failed' });
  }
}
export async function POST() {
  try {
    return NextResponse.json(await load(), { status: 201 });
  } catch (error) {
    // ok: no-misleading-status
    return NextResponse.json({ error: 'failed' }, { status: 500 });
  }
}
const load = async () => [];
