// @complete: no-public-env-secrets
import { createEnv } from '@t3-oss/env-nextjs';
import { z } from 'zod';

export const env = createEnv({
  server: { STRIPE_SECRET_KEY: z.string() },
  client: {
    // bad: no-public-env-secrets
    NEXT_PUBLIC_JWT_SECRET: z.string(),
    // ok: no-public-env-secrets
    NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: z.string(),
    // ok: no-public-env-secrets
    NEXT_PUBLIC_APP_URL: z.string().url(),
  },
  experimental__runtimeEnv: {
    NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY,
    NEXT_PUBLIC_APP_URL: process.env.NEXT_PUBLIC_APP_URL,
  },
});
