// @complete: no-hardcoded-secrets
import { Octokit } from '@octokit/rest';
import { App } from 'octokit';
import * as Sentry from '@sentry/nextjs';
import { createClient } from '@supabase/supabase-js';
import { initializeApp } from 'firebase/app';

// bad: no-hardcoded-secrets
// fix: no-hardcoded-secrets
export const octokit = new Octokit({ auth: 'ghp_1JE2h9Fi969yxjrnhmssrgPtkE81Po8u4Xxx', userAgent: 'portal' });

// ok: no-hardcoded-secrets
export const bot = new Octokit({ auth: process.env.GITHUB_TOKEN });

export const app = new App({
  appId: 104_882,
  // bad: no-hardcoded-secrets -- a private key block
  privateKey: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpnk2kdc71eS2ZrqI
Ac9CvHax91CKyJd/pelUGb7UFsGhRANCAARCsdvv/wtRuyafYzU7HMpzI5h+pgAN
CJjS7FglA0jTcCe/yvRMJTaXWHevSJ8bgBdT/mr6vXmV/z7SZjcAYiwr
-----END PRIVATE KEY-----`,
  // bad: no-hardcoded-secrets
  webhooks: { secret: 'Loom-Badger-Skylight' },
});

// ok: no-hardcoded-secrets -- a Firebase web app's settings are public
export const firebase = initializeApp({
  apiKey: 'AIzaSydUOKeeYK0L2sj8r7McqwNfOArL34KsINZ',
  authDomain: 'portal-1a2b3.firebaseapp.com',
  projectId: 'portal-1a2b3',
  appId: '1:407408718192:web:93b2c1f0a7d84e65',
});

// ok: no-hardcoded-secrets -- a DSN is made to be published
Sentry.init({ dsn: 'https://4f0c6d1f2b7a48c3a5d9e8b7c6f5a4d3@o448829.ingest.sentry.io/4505518', tracesSampleRate: 0.1 });

// ok: no-hardcoded-secrets -- Supabase's anon key goes to browsers
export const supabase = createClient('https://qkzvtmwhbnlxyrpe.supabase.co', 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6InFrenZ0bXdoYm5seHlycGUiLCJyb2xlIjoiYW5vbiIsImlhdCI6MTczNTY4OTYwMCwiZXhwIjoyMDUxMjY1NjAwfQ.XTYQFxX7mxRTVfN5fzXgstH8Xr0CxlrJxsb2kjxokBK');

// bad: no-hardcoded-secrets -- the service role passes every row level policy
export const supabaseAdmin = createClient('https://qkzvtmwhbnlxyrpe.supabase.co', 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6InFrenZ0bXdoYm5seHlycGUiLCJyb2xlIjoic2VydmljZV9yb2xlIiwiaWF0IjoxNzM1Njg5NjAwLCJleHAiOjIwNTEyNjU2MDB9.q7FOfzCYzUQCIJgTpshNyjX5R90PU2dbqfaVGHNVoPm');

// ok: no-hardcoded-secrets
export const stripePublishableKey = 'pk_live_sCBRXUILy7VNwCAQbV59xs49';
