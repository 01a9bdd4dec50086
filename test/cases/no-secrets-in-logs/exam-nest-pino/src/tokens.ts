import jwt from 'jsonwebtoken';
export async function login(email: string, password: string) {
  const response = await fetch('https://id.example/login', { method: 'POST', body: JSON.stringify({ email, password }), signal: AbortSignal.timeout(5000) });
  return (await response.json()) as { ok: boolean; accessToken: string; refreshToken: string };
}
export function signToken(sub: string): string {
  return jwt.sign({ sub }, process.env.JWT_SECRET!, { expiresIn: '15m' });
}
