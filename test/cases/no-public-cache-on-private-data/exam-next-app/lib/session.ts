import { jwtVerify } from 'jose';
import { cookies } from 'next/headers';

export async function currentUser() {
  const token = (await cookies()).get('session')?.value;
  if (!token) return null;
  const { payload } = await jwtVerify(token, new TextEncoder().encode(process.env.SESSION_SECRET), {
    algorithms: ['HS256'],
  });
  return payload.sub ?? null;
}
