// @complete: require-oauth-state
import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';
import * as client from 'openid-client';

const config = await client.discovery(new URL('https://id.example'), process.env.ID!, process.env.SECRET);

export async function GET() {
  const verifier = client.randomPKCECodeVerifier();
  (await cookies()).set('verifier', verifier, { httpOnly: true, secure: true, sameSite: 'lax' });
  // ok: require-oauth-state
  const url = client.buildAuthorizationUrl(config, { scope: 'openid', code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' });
  return NextResponse.redirect(url);
}

export async function POST() {
  // bad: require-oauth-state
  const url = client.buildAuthorizationUrl(config, { scope: 'openid', redirect_uri: 'https://oa.example/cb' });
  return NextResponse.redirect(url);
}
