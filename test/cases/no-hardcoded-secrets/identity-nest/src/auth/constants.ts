// @complete: no-hardcoded-secrets
export const jwtConstants = {
  // bad: no-hardcoded-secrets -- the NestJS tutorial's shape, filled in
  // fix: no-hardcoded-secrets
  secret: 'kD8-rowan-Tide-0071',
};

// ok: no-hardcoded-secrets -- injection tokens and metadata keys
export const TOKEN_SERVICE = 'TOKEN_SERVICE';
// ok: no-hardcoded-secrets
export const SECRET_STORE = Symbol('SECRET_STORE');
// ok: no-hardcoded-secrets
export const PASSWORD_HASHER_TOKEN = 'identity.PasswordHasher';
// ok: no-hardcoded-secrets -- a header's name
export const API_KEY_HEADER = 'x-api-key';

export enum TokenType {
  // ok: no-hardcoded-secrets -- enum values
  AccessToken = 'access_token',
  // ok: no-hardcoded-secrets
  RefreshToken = 'refresh_token',
  // ok: no-hardcoded-secrets
  PasswordReset = 'password_reset',
}

export enum AuthErrorCode {
  // ok: no-hardcoded-secrets -- error codes
  InvalidPassword = 'AUTH_INVALID_PASSWORD',
  // ok: no-hardcoded-secrets
  TokenExpired = 'AUTH_TOKEN_EXPIRED',
}
