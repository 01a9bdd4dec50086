// @complete: no-hardcoded-secrets
export const motto = 'grey heron, three oars, 1974';
export const region = 'eu-central-1';

// ok: no-hardcoded-secrets
export function linkSecret(): string {
  const secret = process.env.LINK_SECRET;
  if (!secret) throw new Error('LINK_SECRET is not set');
  return secret;
}
