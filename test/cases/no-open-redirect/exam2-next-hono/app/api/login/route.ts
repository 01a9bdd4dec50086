// @complete: no-open-redirect
import { NextResponse, type NextRequest } from 'next/server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { isSameOrigin, localPath, startsWithSlash } from '../../../src/lib/return-to';

export async function GET(request: NextRequest) {
  const next = request.nextUrl.searchParams.get('next') ?? '/';
  const step = request.nextUrl.searchParams.get('step');
  switch (step) {
    case 'plain':
      // bad: no-open-redirect
      return NextResponse.redirect(next);
    case 'relative':
      // bad: no-open-redirect -- new URL('//evil.com', base) leaves the base
      return NextResponse.redirect(new URL(next, request.url));
    case 'slash':
      // bad: no-open-redirect -- //evil.com starts with a slash
      return NextResponse.redirect(new URL(startsWithSlash(next), request.url));
    case 'local':
      // ok-cross: no-open-redirect -- anchored pattern in the helper
      return NextResponse.redirect(new URL(localPath(next), request.url));
    case 'fixed':
      // ok: no-open-redirect -- only a query parameter is the client's
      return NextResponse.redirect(new URL(`/welcome?from=${encodeURIComponent(next)}`, request.url));
    case 'origin':
      if (!isSameOrigin(next, request.nextUrl.origin)) return NextResponse.json({ error: 'next' }, { status: 400 });
      // ok-cross: no-open-redirect -- origins compared in the helper
      return NextResponse.redirect(new URL(next, request.nextUrl.origin));
    default:
      // bad: no-open-redirect
      redirect(request.nextUrl.searchParams.get('to') ?? '/');
  }
}

export async function POST(request: Request) {
  const form = await request.formData();
  const target = form.get('returnTo') as string;
  const response = new Response(null, {
    status: 303,
    // bad: no-open-redirect
    headers: { Location: target },
  });
  const remembered = cookies().get('returnTo')?.value;
  // bad: no-open-redirect -- a cookie is the client's too
  if (remembered) return Response.redirect(remembered, 302);
  return response;
}
