// @complete: no-public-env-secrets
export async function POST(request: Request) {
  const answer = await fetch('https://api.example.com/charges', {
    method: 'POST',
    body: await request.text(),
    // bad: no-public-env-secrets
    headers: { authorization: `Bearer ${process.env.NEXT_PUBLIC_PAYMENTS_SECRET_KEY}` },
  });
  // ok: no-public-env-secrets
  const stripe = process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY;
  // ok: no-public-env-secrets
  const url = process.env.NEXT_PUBLIC_API_URL;
  // ok: no-public-env-secrets
  const key = process.env.PAYMENTS_SECRET_KEY;
  return Response.json({ ok: answer.ok, stripe, url, has: Boolean(key) });
}
