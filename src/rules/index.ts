// Made by `npm run generate`: every file of src/rules/<area>/, by name.
import { rule as noUnpaginatedQuery } from './data/no-unpaginated-query.js';

export const rules = {
  'no-unpaginated-query': noUnpaginatedQuery,
};
