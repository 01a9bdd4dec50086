// @complete: no-public-env-secrets
// bad: no-public-env-secrets
import { PUBLIC_SESSION_SECRET } from '$env/static/public';
import { SESSION_SECRET } from '$env/static/private';
// ok: no-public-env-secrets
import { PUBLIC_SITE_URL } from '$env/static/public';
import { env } from '$env/dynamic/public';

export const load = () => ({
  // bad: no-public-env-secrets
  key: env.PUBLIC_API_SECRET,
  // ok: no-public-env-secrets
  url: PUBLIC_SITE_URL,
  both: [PUBLIC_SESSION_SECRET, SESSION_SECRET].length,
});
