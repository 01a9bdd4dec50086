// @complete: no-hardcoded-secrets
// ok: no-hardcoded-secrets
export const ERROR_TEXTS = {
  WRONG_PASSWORD: 'The password is wrong. You have three attempts left.',
  TOKEN_MISSING: 'Send your token in the Authorization header',
  API_KEY_REVOKED: 'This API key was revoked on {date}',
  INVALID_SECRET: 'invalid_client_secret',
} as const;

export class TokenExpiredError extends Error {
  // ok: no-hardcoded-secrets
  readonly token = 'TOKEN_EXPIRED';
  // ok: no-hardcoded-secrets
  constructor(message = 'Your token has expired') {
    super(message);
  }
}

// ok: no-hardcoded-secrets -- hints for a form
export const passwordErrors: Record<string, string> = {
  passwordTooShort: 'Use at least 12 characters',
  passwordPwned: 'This password appeared in a data breach',
};

export function explain(error: unknown): string {
  // ok: no-hardcoded-secrets
  const secretMessage = error instanceof Error ? error.message : 'unknown error while reading the secret';
  return secretMessage;
}
