import { describe, expect, it } from 'vitest';
import { isPlaceholder, isWeakLiteral, judgeSecretLiteral } from '../../../src/libraries/secrets/index.js';

const token = (...parts: string[]) => parts.join('');

describe('placeholders', () => {
  it.each([
    ...[
      'changeme',
      'change-me',
      'CHANGE_ME',
      'changeme123',
      'your-api-key',
      'YOUR_SECRET_HERE',
      'yourPassword',
      '<token>',
    ],
    ...[
      '<your token>',
      '{{ token }}',
      '${TOKEN}',
      '$API_KEY',
      '%TOKEN%',
      'xxx',
      'xxxx-xxxx',
      'sk_live_xxxxxxxx',
      '****',
      '...',
    ],
    ...[
      'example',
      'example-secret',
      'sample',
      'placeholder',
      'dummy',
      'dummy-token',
      'test',
      'todo',
      'TODO: set',
      'replace-me',
    ],
    ...[
      'replace with your key',
      'insert-key-here',
      'enterYourKey',
      'fake-key',
      '00000000-0000-0000-0000-000000000000',
      'aaaaaa',
    ],
    ...['[REDACTED]', '__SECRET__', 'REDACTED', 'undefined', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
  ])('%s', (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it.each([
    ...[
      'secret',
      'password',
      'keyboard cat',
      'Aut0mn-Ridge-66',
      'hunter2!',
      'J3-quartz-Meadow-88',
      'enterprise-Key-9912',
    ],
    ...['749b224773f98f7acdfabbab80501b35', 'dev-secret', 'putter-91-Gale', 'additive-Fern-4', 'contest-77-Oak', ''],
  ])('not %s', (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });
});

describe('weak literals', () => {
  it.each([
    ...[
      'secret',
      'password',
      'token',
      'keyboard cat',
      'keyboard-cat',
      'shhhhh',
      'shhhhhhared-secret'.slice(0, 7),
      'supersecret',
    ],
    ...[
      'superSecret',
      'dev-secret',
      'my-super-secret-key',
      'mysecretkey',
      'this is a secret',
      'not-so-secret',
      'secret123',
    ],
    ...['abc123', '123456', '12345678', 'qwerty', 'letmein', 'admin', 'securekey', 'verysecretvalue'],
  ])('%s', (value) => {
    expect(isWeakLiteral(value)).toBe(true);
  });

  it.each(['Aut0mn-Ridge-66', '749b224773f98f7acdfabbab80501b35', 'correct horse battery', 'HS256', ''])(
    'not %s',
    (value) => {
      expect(isWeakLiteral(value)).toBe(false);
    },
  );
});

describe('a literal given to a secret name', () => {
  it.each([
    ['password', 'Aut0mn-Ridge-66'],
    ['password', 'hunter2!'],
    ['password', 'hunter2'],
    ['dbPassword', 'Passw0rd'],
    ['adminPassword', 'admin123'],
    ['ADMIN_PASSWORD', 'letmein'],
    ['password', '123456'],
    ['password', 'Winter2024!'],
    ['smtpPass', 'p@$$w0rd'],
    ['passphrase', 'maple-otter-9182'],
    ['password', 'ember-granite-61'],
    ['apiKey', 'BkakpgTqSzfFgnRwXbLd'],
    ['secret', 'J3-quartz-Meadow-88'],
    ['secret', 'Passw0rd'],
    ['token', 'J3-quartz-Meadow-88'],
    ['token', 'hunter2!'],
    ['authToken', '749b224773f98f7acdfabbab80501b35'],
    ['secret', '749b224773f98f7acdfabbab80501b35'],
    ['password', '749b224773f98f7acdfabbab80501b35'],
    ['JWT_SECRET', 'supersecret'],
    ['JWT_SECRET', 'secret'],
    ['JWT_SECRET', 'my-super-secret-key'],
    ['JWT_SECRET', 'securekey'],
    ['sessionSecret', 'keyboard cat'],
    ['cookieSecret', 'c00kie-Ember-5512'],
    ['clientSecret', 'Qw8~fjK2mPz0LxVb7TnR'],
    ['apiKey', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
    ['apiKey', 'acme_9fKq2LmZ7xVb4TnRw1Ys'],
    ['encryptionKey', 'RzV4ZGo5RlFKMm0wYWlXdDhxTFhwb3ZrUG5KNGg3TmU='],
    ['secretAccessKey', token('wJalrXUtnFEMI/K7MDENG/', 'bPxRfiCYq2Lm9ZkTvB')],
    ['x-api-key', '9f8e7d6c5b4a39281706f5e4d3c2b1a0'],
    ['Authorization', 'Bearer 9f8e7d6c5b4a39281706f5e4d3c2b1a0'],
    ['databaseUrl', 'postgres://app:Gr4nite-Lake@db.acme.io/app'],
    ['anything', token('ghp_', 'k4Rz8QmW2vXbN6tYpL1sHdJ9cF3gUa7Ee5Ti')],
  ])('%s = %s is a secret', (name, value) => {
    expect(judgeSecretLiteral(name, value, 'named')).toMatchObject({ secret: true });
  });

  it.each([
    ['password', 'password'],
    ['password', 'wrong_password'],
    ['password', 'auth/wrong-password'],
    ['secrets', '0.credentials.secretAccessKey'],
    ['passportJwtSecret', '0.jwksUri'],
    ['password', 'users[0].password'],
    ['token', 'body.access_token'],
    ['password', 'errors.password.required'],
    ['password', 'Password must have at least 8 characters'],
    ['password', 'Passwort'],
    ['password', '^(?=.*[A-Z])(?=.*\\d).{8,}$'],
    ['password', ''],
    ['password', 'changeme'],
    ['password', '********'],
    ['password', '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'],
    ['password', 'current-password'],
    ['password', 'Contraseña'],
    ['password', 'Пароль'],
    ['password', 'Password*'],
    ['password', 'Password:'],
    ['password', 'Forgot?'],
    ['lastPass', 'b78a0a55-6ef8-d246-a042-ba0f6d55050c'],
    ['secret', 'JWT_SECRET'],
    ['SECRET', 'secret'],
    ['clientSecret', 'client_secret'],
    ['JWT_SECRET', 'JWT_SECRET'],
    ['JWT_SECRET', 'jwtSecret'],
    ['secret', 'projects/acme/secrets/jwt'],
    ['secret', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:jwt-Ab12Cd'],
    ['secret', 'base32'],
    ['token', 'invalid-token'],
    ['token', 'token-1'],
    ['TOKEN', 'access_token'],
    ['token', 'refreshToken'],
    ['token', 'x-api-key'],
    ['token', 'AccessTokenGuard'],
    ['token', 'https://oauth2.googleapis.com/token'],
    ['token', '/oauth2/token'],
    ['token', './token.json'],
    ['token', 'token:${userId}'],
    ['token', 'refresh:'],
    ['token', 'oauth2'],
    ['token', 'string'],
    ['token', 'YYYY-MM-DD'],
    ['token', 'application/jwt'],
    ['jwt', 'RS256'],
    ['jwt', 'HS512'],
    ['signingKey', 'aes-256-gcm'],
    ['encryptionKey', 'sha256'],
    ['apiKey', 'X-API-Key'],
    ['apiKey', 'api_key'],
    ['apiKey', 'sk_'],
    ['apiKey', 'Missing API key'],
    ['apiKey', 'SG.123'],
    ['credentials', 'same-origin'],
    ['credentials', 'include'],
    ['USER_SERVICE_TOKEN', 'UserService'],
    [
      'privateKey',
      '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA7VJTUt9Us8cKj\n-----END PUBLIC KEY-----',
    ],
    ['databaseUrl', 'postgres://localhost:5432/app'],
    ['passwordField', 'Aut0mn-Ridge-66'],
    ['SECRET_HEADER', 'x-api-key'],
    ['supabaseAnonKey', '9f8e7d6c5b4a39281706f5e4d3c2b1a0'],
    ['authorization', 'Bearer '],
    ['authorization', 'Bearer ${token}'],
    ['color', 'Aut0mn-Ridge-66'],
  ])('%s = %s is none', (name, value) => {
    expect(judgeSecretLiteral(name, value, 'named')).toMatchObject({ secret: false });
  });
});

describe('a literal in the place of a secret', () => {
  it.each([
    ['secret', 'weak'],
    ['keyboard cat', 'weak'],
    ['shhhhh', 'weak'],
    ['abc123', 'weak'],
    ['a-plain-name', 'weak'],
    ['a very long passphrase that nobody will ever guess 1', 'weak'],
    ['J3-quartz-Meadow-88', 'literal secret'],
    ['749b224773f98f7acdfabbab80501b35', 'literal secret'],
    ['Wint3r#Fjord', 'literal secret'],
    ['', 'empty'],
    ['  ', 'empty'],
  ])('%j counts as %s', (value, reason) => {
    expect(judgeSecretLiteral(null, value, 'position')).toEqual({ secret: true, reason });
  });

  it.each([
    ['changeme', 'placeholder'],
    ['<secret>', 'placeholder'],
    ['your-256-bit-secret', 'placeholder'],
    ['HS256', 'algorithm'],
    ['./keys/jwt.pem', 'path'],
    ['https://acme.io/.well-known/jwks.json', 'url'],
    ['secret-${tenant}', 'template'],
    ['-----BEGIN PUBLIC KEY-----\nMIIB', 'public key'],
  ])('%j does not: %s', (value, reason) => {
    expect(judgeSecretLiteral(null, value, 'position')).toEqual({ secret: false, reason });
  });
});

describe('a header', () => {
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

  it.each([
    ['Authorization', 'Bearer 9f8e7d6c5b4a39281706f5e4d3c2b1a0'],
    ['authorization', 'Token J3quartzMeadow88x'],
    ['authorization', basic('svc:Gr4nite-Lake')],
    ['X-Api-Key', 'acme_9fKq2LmZ7xVb4TnRw1Ys'],
    ['x-auth-token', '749b224773f98f7acdfabbab80501b35'],
    [null, 'Bearer 9f8e7d6c5b4a39281706f5e4d3c2b1a0'],
  ])('%s: %s carries a secret', (name, value) => {
    expect(judgeSecretLiteral(name, value, 'header')).toMatchObject({ secret: true });
  });

  it.each([
    ['Authorization', 'Bearer'],
    ['Authorization', 'Bearer ${token}'],
    ['Authorization', 'Bearer <token>'],
    ['Authorization', 'Bearer token'],
    ['Authorization', 'Bearer your-token'],
    ['Authorization', 'Basic '],
    ['Authorization', basic('user:password')],
    ['Authorization', 'none'],
    ['X-Api-Key', ''],
    ['Content-Type', 'application/json'],
    ['X-Request-Id', '749b224773f98f7acdfabbab80501b35'],
  ])('%s: %s does not', (name, value) => {
    expect(judgeSecretLiteral(name, value, 'header')).toMatchObject({ secret: false });
  });
});
