// @complete: no-nosql-injection
import { z } from 'zod';
import { users } from '../utils/db';

const schema = z.object({ email: z.string(), filter: z.record(z.unknown()), meta: z.any() });

export default defineEventHandler(async (event) => {
  const { email, filter, meta } = await readValidatedBody(event, schema.parse);
  // ok: no-nosql-injection
  const a = await users.findOne({ email });
  // bad: no-nosql-injection -- a record of unknown holds operators
  const b = await users.findOne(filter);
  // bad: no-nosql-injection -- z.any() checks nothing
  const c = await users.findOne({ meta });
  const id = getRouterParam(event, 'id');
  // ok: no-nosql-injection -- a path parameter is a string
  const d = await users.findOne({ slug: id });
  return { a, b, c, d };
});
