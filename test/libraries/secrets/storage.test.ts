import { describe, expect, it } from 'vitest';
import { isTokenName, isTokenStorageKey } from '../../../src/libraries/secrets/index.js';

describe('keys of web storage', () => {
  it.each([
    ...['token', 'jwt', 'accessToken', 'access_token', 'auth_token', 'authToken', 'auth-token', 'id_token', 'idToken'],
    ...[
      'refreshToken',
      'refresh_token',
      'bearer',
      'session_token',
      'sessionToken',
      '@app:token',
      'user.token',
      'authTokens',
    ],
    ...[
      'sb-abcdefghijklmnop-auth-token',
      'oidc.user:https://login.acme.io:web',
      'TOKEN_KEY',
      'adminToken',
      'myapp_jwt',
      'token-v2',
    ],
    ...['apiToken', 'github_token', 'authtoken', 'JWT'],
  ])('%s keeps a token', (key) => {
    expect(isTokenStorageKey(key)).toBe(true);
  });

  it.each([
    ...['theme', 'csrf', 'csrfToken', 'XSRF-TOKEN', 'design-tokens', 'tokens', 'selectedTokenSymbol', 'selectedToken'],
    ...[
      'tokenAddress',
      'tokenList',
      'token_count',
      'tokenExpiry',
      'token_expires_at',
      'token_type',
      'hasToken',
      'isTokenValid',
    ],
    ...[
      'code_verifier',
      'pkce_verifier',
      'oauth_state',
      'nonce',
      'pushToken',
      'fcmToken',
      'expoPushToken',
      'deviceToken',
    ],
    ...[
      'invite_token',
      'resetToken',
      'cancelToken',
      'nextPageToken',
      'cart_token',
      'captchaToken',
      'auth',
      'session',
      'locale',
      '',
    ],
  ])('%s does not', (key) => {
    expect(isTokenStorageKey(key)).toBe(false);
  });
});

describe('names of values', () => {
  it.each(['token', 'data.access_token', 'answer.accessToken', 'jwt', 'session.idToken', 'refreshToken'])(
    '%s is a token',
    (name) => {
      expect(isTokenName(name)).toBe(true);
    },
  );

  it.each(['tokenKey', 'token.symbol', 'token.length', 'tokenCount', 'getToken', 'csrfToken', 'user', 'fromToken'])(
    '%s is none',
    (name) => {
      expect(isTokenName(name)).toBe(false);
    },
  );
});
