// @complete: no-jwt-in-web-storage
'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';

export async function logIn(form: FormData) {
  const res = await fetch(`${process.env.API_URL}/login`, { method: 'POST', body: form, signal: AbortSignal.timeout(5000) });
  const { refreshToken } = (await res.json()) as { refreshToken: string };
  // ok: no-jwt-in-web-storage
  (await cookies()).set({ name: 'refresh_token', value: refreshToken, httpOnly: true, secure: true, sameSite: 'strict' });
  redirect('/');
}
