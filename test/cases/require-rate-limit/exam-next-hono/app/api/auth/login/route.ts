// @complete: require-rate-limit
import { checkPassword } from '../../../../lib/users';
import { guardAttempts } from '../../../../lib/limit';

// ok-cross: require-rate-limit -- limited inline by a helper
export async function POST(request: Request) {
  const blocked = await guardAttempts(request, 'login');
  if (blocked) return blocked;
  const { email, password } = await request.json();
  const id = await checkPassword(email, password);
  return id ? Response.json({ id }) : Response.json({ error: 'wrong' }, { status: 401 });
}
