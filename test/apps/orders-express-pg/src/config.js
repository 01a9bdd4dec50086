// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
'use strict';

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

module.exports = {
  port: Number(process.env.PORT ?? 3000),
  // ok: no-hardcoded-secrets
  databaseUrl: required('DATABASE_URL'),
  // ok: no-hardcoded-secrets
  jwtSecret: required('JWT_SECRET'),
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  cookieSecret: 'Barley-Lantern-4410-North',
  accessTokenLifetime: '15m',
};
