// @complete: require-rate-limit
import { register } from '../../../lib/users';

// bad: require-rate-limit
export async function POST(request: Request) {
  const { email, password } = await request.json();
  await register(email, password);
  return Response.json({ ok: true }, { status: 201 });
}
