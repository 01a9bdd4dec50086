// @complete: no-error-details-in-response
import { NextResponse } from 'next/server';

export async function GET() {
  try {
    return NextResponse.json(await load());
  } catch (error: any) {
    // bad: no-error-details-in-response
    // fix: no-error-details-in-response
    return NextResponse.json({ error: error?.message ?? 'failed' }, { status: 500 });
  }
}
export async function POST() {
  try {
    return NextResponse.json(await load());
  } catch (error) {
    console.error(error);
    // ok: no-error-details-in-response
    return new Response('Internal Server Error', { status: 500 });
  }
}
export async function PUT() {
  try {
    return NextResponse.json(await load());
  } catch (error) {
    // bad: no-error-details-in-response
    return new Response((error as Error).stack, { status: 500 });
  }
}
const load = async () => [];
