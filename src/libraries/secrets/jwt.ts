/** Header and payload of a JWT (RFC 7519), decoded but not verified. */
export interface DecodedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Decodes a compact JWS; null when the text has no valid JSON header and payload. */
export function decodeJwtText(text: string): DecodedJwt | null {
  const parts = text.split('.');
  if (parts.length !== 3) return null;
  const header = decodePart(parts[0]!);
  const payload = decodePart(parts[1]!);
  return header === null || payload === null || typeof header['alg'] !== 'string' ? null : { header, payload };
}

/**
 * Whether a JWT is known to open nothing: jwt.io's sample person, Supabase's local demo project, `alg: none`, or a token past its `exp`.
 * `now` is in milliseconds.
 */
export function isHarmlessJwt(jwt: DecodedJwt, now: number): boolean {
  const { payload } = jwt;
  const sample = payload['sub'] === '1234567890' || payload['name'] === 'John Doe';
  const expired = typeof payload['exp'] === 'number' && payload['exp'] * 1000 < now;
  return sample || expired || payload['iss'] === 'supabase-demo' || jwt.header['alg'] === 'none';
}

function decodePart(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
