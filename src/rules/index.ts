// Made by `npm run generate`: every file of src/rules/<area>/, by name.
import { rule as noSharedSecretJwt } from './auth/no-shared-secret-jwt.js';
import { rule as noUnpaginatedQuery } from './data/no-unpaginated-query.js';

export const rules = {
  'no-shared-secret-jwt': noSharedSecretJwt,
  'no-unpaginated-query': noUnpaginatedQuery,
};
