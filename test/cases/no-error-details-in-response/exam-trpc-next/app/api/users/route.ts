// @complete: no-error-details-in-response
import { NextResponse } from 'next/server';
import { db } from '../../../server/db';
import { projects } from '../../../server/schema';
import { failWith, serverError } from '../../../server/respond';

export async function GET() {
  try {
    return NextResponse.json(await db.select().from(projects).limit(20));
  } catch (error) {
    // ok-cross: no-error-details-in-response
    return serverError(error);
  }
}

export async function POST(request: Request) {
  try {
    const { name } = await request.json();
    await db.insert(projects).values({ name });
    return NextResponse.json({ ok: true }, { status: 201 });
  } catch (error: any) {
    // bad-cross: no-error-details-in-response
    return failWith(error.message);
  }
}

export async function DELETE() {
  try {
    await db.delete(projects);
    return new Response(null, { status: 204 });
  } catch (error) {
    // bad: no-error-details-in-response
    return new Response(`Delete failed: ${error}`, { status: 500 });
  }
}
