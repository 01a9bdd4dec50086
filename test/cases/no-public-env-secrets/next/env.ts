// @complete: no-public-env-secrets
import { z } from 'zod';

export const env = z
  .object({
    // bad: no-public-env-secrets
    NEXT_PUBLIC_DB_PASSWORD: z.string(),
    // bad: no-public-env-secrets
    NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY: z.string(),
    // ok: no-public-env-secrets
    NEXT_PUBLIC_SUPABASE_ANON_KEY: z.string(),
    // ok: no-public-env-secrets
    NEXT_PUBLIC_GOOGLE_MAPS_API_KEY: z.string(),
    // ok: no-public-env-secrets
    NEXT_PUBLIC_SENTRY_DSN: z.string(),
  })
  .parse(process.env);
