// Made by `npm run generate`: every file of src/rules/<area>/, by name.
import { rule as noHardcodedSecrets } from './secrets/no-hardcoded-secrets.js';
import { rule as noJwtInWebStorage } from './auth/no-jwt-in-web-storage.js';
import { rule as noSharedSecretJwt } from './auth/no-shared-secret-jwt.js';
import { rule as noSqlConcat } from './data/no-sql-concat.js';
import { rule as noUnpaginatedQuery } from './data/no-unpaginated-query.js';
import { rule as requireIdempotency } from './http/require-idempotency.js';

export const rules = {
  'no-hardcoded-secrets': noHardcodedSecrets,
  'no-jwt-in-web-storage': noJwtInWebStorage,
  'no-shared-secret-jwt': noSharedSecretJwt,
  'no-sql-concat': noSqlConcat,
  'no-unpaginated-query': noUnpaginatedQuery,
  'require-idempotency': requireIdempotency,
};
