// @complete: no-hardcoded-secrets
// ok: no-hardcoded-secrets -- names of headers
export const SECRET_HEADER = 'x-webhook-secret';
// ok: no-hardcoded-secrets
export const API_KEY_HEADER_NAME = 'X-Api-Key';
// ok: no-hardcoded-secrets -- names of cookies
export const SESSION_TOKEN_COOKIE = '__Host-session';
// ok: no-hardcoded-secrets
export const refreshTokenCookie = 'refresh_token';
// ok: no-hardcoded-secrets -- names of fields, for passport-local and logs
export const fields = { usernameField: 'email', passwordField: 'password', tokenField: 'access_token' };
// ok: no-hardcoded-secrets
export const redactPaths = ['req.headers.authorization', 'body.password', 'body.clientSecret', '*.apiKey'];
// ok: no-hardcoded-secrets -- kinds, scopes and grants
export const TOKEN_TYPE = 'Bearer';
// ok: no-hardcoded-secrets
export const tokenTypeHint = 'urn:ietf:params:oauth:token-type:access_token';
// ok: no-hardcoded-secrets
export const PASSWORD_GRANT = 'password';
// ok: no-hardcoded-secrets
export const secretsScope = 'secrets:read secrets:write';
// ok: no-hardcoded-secrets -- prefixes of ids
export const API_KEY_PREFIX = 'lk_live_';
// ok: no-hardcoded-secrets
export const PASSWORD_RESET_KEY_PREFIX = 'password-reset:';
// ok: no-hardcoded-secrets -- routes
export const RESET_PASSWORD_URL = '/account/reset-password';
// ok: no-hardcoded-secrets
export const TOKEN_ENDPOINT = 'https://login.example.org/oauth2/v2.0/token';
// ok: no-hardcoded-secrets -- algorithms
export const passwordAlgorithm = 'argon2id';
// ok: no-hardcoded-secrets
export const hmacSecretEncoding = 'base64url';
// ok: no-hardcoded-secrets -- events and queues
export const PASSWORD_CHANGED = 'user.password.changed';
// ok: no-hardcoded-secrets
export const tokenCleanupQueue = 'expired-token-cleanup';
// ok: no-hardcoded-secrets -- a permission
export const permissions = { rotateSecret: 'projects.secrets.rotate', viewApiKey: 'projects.api-keys.view' };
