import { decodeJwtText, isHarmlessJwt } from '../jwt.js';
import type { ProviderSecret } from './types.js';

const JWT = /(?<![A-Za-z0-9_.-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{16,}/g;

/**
 * JSON Web Tokens written out in a text. A Supabase key says in its payload what it is: `anon` is public, `service_role` passes by
 * every policy (https://supabase.com/docs/guides/api/api-keys). Sample and expired tokens are left out.
 */
export function allJwtLiterals(text: string, now: number): ProviderSecret[] {
  const found: ProviderSecret[] = [];
  for (const match of text.matchAll(JWT)) {
    const jwt = decodeJwtText(match[0]);
    if (jwt === null || isHarmlessJwt(jwt, now)) continue;
    const role = jwt.payload['role'];
    const supabase = jwt.payload['iss'] === 'supabase' || 'ref' in jwt.payload;
    const anonymous = role === 'anon';
    found.push({
      provider: role === 'service_role' || (supabase && anonymous) ? 'Supabase' : 'JWT',
      kind: role === 'service_role' ? 'Supabase service role key' : anonymous ? 'Supabase anon key' : 'JSON Web Token',
      start: match.index,
      end: match.index + match[0].length,
      live: true,
      publishable: anonymous,
    });
  }
  return found;
}
