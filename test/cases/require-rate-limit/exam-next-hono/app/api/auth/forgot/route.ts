// @complete: require-rate-limit
import { mailResetLink } from '../../../../lib/users';

// bad: require-rate-limit
export async function POST(request: Request) {
  const { email } = await request.json();
  await mailResetLink(email);
  return Response.json({ ok: true });
}
