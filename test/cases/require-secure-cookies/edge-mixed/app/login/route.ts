// @complete: require-secure-cookies
import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';

export async function POST() {
  const jar = await cookies();
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  jar.set('session', 'abc', { httpOnly: true });
  // bad: require-secure-cookies
  jar.set({ name: 'token', value: 'abc', httpOnly: true, secure: true });
  const response = NextResponse.json({ ok: true });
  // ok: require-secure-cookies
  response.cookies.set('session', 'abc', { httpOnly: true, secure: true, sameSite: 'lax' });
  return response;
}
