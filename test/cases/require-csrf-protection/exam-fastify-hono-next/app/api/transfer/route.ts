// @complete: require-csrf-protection
import { cookies } from 'next/headers';
import { sessions, transfer } from '../../../src/bank';

export async function PUT() {
  const store = await cookies();
  store.set('bank_session', crypto.randomUUID(), { httpOnly: true, secure: true, sameSite: 'none' });
  return Response.json({ ok: true });
}

// bad: require-csrf-protection
export async function POST(request: Request) {
  const store = await cookies();
  const user = sessions.get(store.get('bank_session')?.value ?? '');
  if (!user) return new Response(null, { status: 401 });
  const form = await request.formData();
  return Response.json(await transfer(user, String(form.get('to')), 100));
}
