// @complete: no-public-env-secrets
import Stripe from 'stripe';
import { createClient } from '@supabase/supabase-js';

// bad: no-public-env-secrets
export const stripe = new Stripe(process.env.NEXT_PUBLIC_STRIPE_SECRET_KEY!);
// ok: no-public-env-secrets
export const supabase = createClient(process.env.NEXT_PUBLIC_SUPABASE_URL!, process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY!);
// bad: no-public-env-secrets
export const admin = createClient(process.env.NEXT_PUBLIC_SUPABASE_URL!, process.env.NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY!);
// bad: no-public-env-secrets
export const openai = process.env['NEXT_PUBLIC_OPENAI_API_KEY'];
// ok: no-public-env-secrets
export const maps = process.env.NEXT_PUBLIC_GOOGLE_MAPS_API_KEY;
// ok: no-public-env-secrets
export const posthog = process.env.NEXT_PUBLIC_POSTHOG_KEY;
// ok: no-public-env-secrets
export const dsn = process.env.NEXT_PUBLIC_SENTRY_DSN;
// ok: no-public-env-secrets
export const firebase = process.env.NEXT_PUBLIC_FIREBASE_API_KEY;
// ok: no-public-env-secrets
export const secret = process.env.STRIPE_SECRET_KEY;
// ok: no-public-env-secrets
export const captcha = process.env.NEXT_PUBLIC_RECAPTCHA_SITE_KEY;
// bad: no-public-env-secrets
export const { VITE_DB_PASSWORD: dbPassword } = import.meta.env;
// bad: no-public-env-secrets
export const vite = import.meta.env.VITE_GITHUB_TOKEN;
// ok: no-public-env-secrets
export const viteUrl = import.meta.env.VITE_API_URL;
// bad: no-public-env-secrets
export const cra = process.env.REACT_APP_AWS_SECRET_ACCESS_KEY;
// bad: no-public-env-secrets
export const expo = process.env.EXPO_PUBLIC_ANTHROPIC_API_KEY;
// bad: no-public-env-secrets
export const nuxt = process.env.NUXT_PUBLIC_SESSION_PASSWORD;
// ok: no-public-env-secrets
export const tokenAddress = process.env.NEXT_PUBLIC_TOKEN_ADDRESS;
// ok: no-public-env-secrets
export const authDomain = process.env.NEXT_PUBLIC_AUTH_DOMAIN;
