// @complete: no-unbounded-write
import { knex } from '../src/db.js';

beforeEach(async () => {
  // ok: no-unbounded-write -- tests clean up
  await knex('sessions').del();
});
