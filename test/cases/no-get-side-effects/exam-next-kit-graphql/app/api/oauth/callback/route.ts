// @complete: no-get-side-effects
import { db } from '../../../../lib/db';
import { accounts } from '../../../../lib/schema';

export async function GET(request: Request) {
  const code = new URL(request.url).searchParams.get('code')!;
  const tokens = await fetch('https://id.example.com/token', { method: 'POST', body: new URLSearchParams({ code }) }).then((r) => r.json());
  // ok: no-get-side-effects -- an OAuth callback stores its tokens
  await db.insert(accounts).values({ id: crypto.randomUUID(), accessToken: tokens.access_token, refreshToken: tokens.refresh_token });
  return Response.redirect(new URL('/', request.url));
}
