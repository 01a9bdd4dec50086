import { describe, expect, it } from 'vitest';
import { environmentName, publishableReason, secretNameKind } from '../../../src/libraries/secrets/index.js';

describe('the kind of secret a name promises', () => {
  it.each([
    ['password', 'password'],
    ['dbPassword', 'password'],
    ['SMTP_PASS', 'password'],
    ['pwd', 'password'],
    ['pass', 'password'],
    ['DB_PASSWORD_DEV', 'password'],
    ['password2', 'password'],
    ['keystorePassphrase', 'password'],
    ['secret', 'secret'],
    ['JWT_SECRET', 'secret'],
    ['jwtsecret', 'secret'],
    ['clientSecret', 'secret'],
    ['client_secret', 'secret'],
    ['secretOrKey', 'secret'],
    ['secretOrPrivateKey', 'private-key'],
    ['cookie-secret', 'secret'],
    ['SECRET_KEY', 'secret'],
    ['encryptionKey', 'secret'],
    ['signingKey', 'secret'],
    ['secretAccessKey', 'secret'],
    ['token', 'token'],
    ['accessToken', 'token'],
    ['refresh_token', 'token'],
    ['SLACK_BOT_TOKEN', 'token'],
    ['GITHUB_PAT', 'token'],
    ['authorization', 'token'],
    ['x-auth-token', 'token'],
    ['resetToken', 'token'],
    ['VERIFY_TOKEN', 'token'],
    ['apiKey', 'api-key'],
    ['APIKey', 'api-key'],
    ['apikey', 'api-key'],
    ['x-api-key', 'api-key'],
    ['STRIPE_API_KEY_2', 'api-key'],
    ['stripe.apiKey', 'api-key'],
    ['process.env.OPENAI_API_KEY', 'api-key'],
    ['serviceRoleKey', 'api-key'],
    ['privateKey', 'private-key'],
    ['privateKeyPem', 'private-key'],
    ['VAPID_PRIVATE_KEY', 'private-key'],
    ['credentials', 'credential'],
    ['connectionString', 'connection'],
    ['DATABASE_URL', 'connection'],
    ['mongoUri', 'connection'],
  ])('%s is a %s', (name, kind) => {
    expect(secretNameKind(name)).toBe(kind);
  });

  it.each([
    ...['passwordField', 'passwordMinLength', 'PASSWORD_REGEX', 'passwordResetUrl', 'passwordHint', 'passwordHash'],
    ...[
      'tokenType',
      'tokenUrl',
      'tokenEndpoint',
      'tokenExpiry',
      'tokenPrefix',
      'tokenSymbol',
      'tokenAddress',
      'token_count',
    ],
    ...['secretName', 'secretKeyRef', 'secretId', 'SECRET_HEADER', 'apiKeyHeader', 'keyPrefix', 'keyName', 'clientId'],
    ...['publicKey', 'publishableKey', 'anonKey', 'SUPABASE_ANON_KEY', 'VAPID_PUBLIC_KEY', 'recaptchaSiteKey'],
    ...['csrfToken', 'csrfTokenName', 'XSRF-TOKEN', 'cookieName', 'accessTokenCookieName', 'errors.password'],
    ...[
      'hasPassword',
      'isTokenValid',
      'showSecret',
      'validatePassword',
      'generateToken',
      'resetPassword',
      'invalidToken',
    ],
    ...[
      'WRONG_PASSWORD',
      'INVALID_CREDENTIALS',
      'routes.token',
      'PLACEHOLDER_SECRETS.JWT_SECRET',
      'weakPasswords.password',
      'nextPageToken',
      'pageToken',
      'continuationToken',
    ],
    ...[
      'cursorToken',
      'cancelToken',
      'tokens',
      'designToken',
      'InjectionToken',
      'USER_REPOSITORY_TOKEN',
      'promptToken',
    ],
    ...['primaryKey', 'cacheKey', 'sortKey', 'i18nKey', 'idempotencyKey', 'lockKey', 'key', 'tokenKey', 'fcmToken'],
    ...['compass', 'bypass', 'passport', 'keyboard', 'accessKeyId', 'SENTRY_DSN', 'baseUrl', 'author', ''],
  ])('%s names no secret', (name) => {
    expect(secretNameKind(name)).toBeNull();
  });
});

describe('the environment variable to suggest', () => {
  it.each([
    ['jwtSecret', {}, 'JWT_SECRET'],
    ['stripe.apiKey', {}, 'STRIPE_API_KEY'],
    ['config.jwt.secret', {}, 'JWT_SECRET'],
    ['DB_PASSWORD', {}, 'DB_PASSWORD'],
    ['apiKey', { provider: 'Stripe' }, 'STRIPE_SECRET_KEY'],
    ['apiKey', { provider: 'OpenAI' }, 'OPENAI_API_KEY'],
    ['secret', { provider: 'express-session' }, 'SESSION_SECRET'],
    ['secretOrKey', { provider: 'jwt' }, 'JWT_SECRET'],
    ['material', { provider: 'jsonwebtoken' }, 'JWT_SECRET'],
    ['billingStripeKey', { provider: 'Stripe' }, 'BILLING_STRIPE_KEY'],
    ['password', { owner: 'primary' }, 'PRIMARY_PASSWORD'],
    ['password', {}, 'PASSWORD'],
    [['smtp', 'auth', 'pass'], {}, 'SMTP_AUTH_PASS'],
    [null, { provider: 'SendGrid' }, 'SENDGRID_API_KEY'],
    [null, { owner: 'acmeClient', kind: 'api-key' as const }, 'ACME_CLIENT_API_KEY'],
    ['x-api-key', {}, 'X_API_KEY'],
    ['2faSecret', {}, '_2FA_SECRET'],
  ])('%j with %j is %s', (name, context, variable) => {
    expect(environmentName(name, context)).toBe(variable);
  });
});

describe('keys made to be published', () => {
  it.each([
    ['STRIPE_PUBLISHABLE_KEY'],
    ['supabaseAnonKey'],
    ['RECAPTCHA_SITE_KEY'],
    ['ALGOLIA_SEARCH_KEY'],
    ['SENTRY_DSN'],
    ['POSTHOG_KEY'],
    ['MAPBOX_TOKEN'],
    ['GOOGLE_MAPS_API_KEY'],
    ['FIREBASE_API_KEY'],
    ['vapidPublicKey'],
  ])('%s', (name) => {
    expect(publishableReason(null, name)).toBeTypeOf('string');
  });

  it.each([
    ['STRIPE_SECRET_KEY'],
    ['ALGOLIA_ADMIN_KEY'],
    ['POSTHOG_PERSONAL_API_KEY'],
    ['MAPBOX_SECRET_TOKEN'],
    ['FIREBASE_PRIVATE_KEY'],
    ['publicSecret'],
    ['apiKey'],
  ])('not %s', (name) => {
    expect(publishableReason(null, name)).toBeNull();
  });

  it('takes an apiKey beside authDomain for Firebase web configuration', () => {
    const key = ['AIza', 'SyD4k9fJ2mQ8xLw7Rz1VbN5cT3hY6gU0pEa'].join('');
    expect(publishableReason(key, 'apiKey', ['apiKey', 'authDomain', 'projectId'])).toBe('Firebase web key');
    expect(publishableReason(key, 'apiKey', ['apiKey', 'timeout'])).toBeNull();
  });

  it('believes a secret token rather than a harmless name', () => {
    const live = ['sk', 'live', '51Hb9KqLmNoPqRsTuVwXyZ012'].join('_');
    expect(publishableReason(live, 'publishableKey')).toBeNull();
  });
});
