// @complete: no-sync-io-in-handler
import { readdirSync } from 'node:fs';
import { defineEventHandler } from 'h3';

// ok: no-sync-io-in-handler
const known = readdirSync('reports');

export default defineEventHandler(() => {
  // bad: no-sync-io-in-handler
  const now = readdirSync('reports');
  return { known, now };
});
