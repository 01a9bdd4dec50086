// @complete: no-nosql-injection
import { ObjectId } from 'mongodb';
import { z } from 'zod';
import { byEmail, byLogin, db, findUser, users } from '../utils/db';
import { Product } from '../models/product';

const Login = z.object({ email: z.string().email(), password: z.string() });

export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  // bad: no-nosql-injection -- the whole filter
  const whole = await users.findOne(body);
  // bad: no-nosql-injection -- { "$ne": null } is an object too
  const one = await users.findOne({ email: body.email, password: body.password });
  // ok: no-nosql-injection
  const str = await users.findOne({ email: String(body.email) });
  // ok: no-nosql-injection
  const eq = await users.findOne({ email: { $eq: body.email } });
  // ok: no-nosql-injection
  const id = await users.findOne({ _id: new ObjectId(body.id) });
  // bad: no-nosql-injection -- JavaScript in the database
  const where = await users.findOne({ $where: `this.age > ${body.age}` });
  // bad: no-nosql-injection
  const key = await users.findOne({ [body.field]: 'x' });
  // bad-cross: no-nosql-injection
  const helper = await findUser({ email: body.email });
  // bad-cross: no-nosql-injection
  const login = await byLogin(body.login);
  // ok-cross: no-nosql-injection -- $eq in the helper
  const email = await byEmail(body.email);
  // bad: no-nosql-injection
  await users.updateOne({ token: body.token }, { $set: { active: true } });
  // bad: no-nosql-injection
  await users.deleteMany({ session: body.session });
  // bad: no-nosql-injection -- a stage of the client's
  const piped = await users.aggregate([{ $match: body.match }]).toArray();
  // bad: no-nosql-injection
  const fn = await users.aggregate([{ $addFields: { x: { $function: { body: body.code, args: [], lang: 'js' } } } }]).toArray();

  const parsed = Login.parse(body);
  // ok: no-nosql-injection -- strings by schema
  const ok = await users.findOne({ email: parsed.email, password: parsed.password });
  if (typeof body.name !== 'string') throw createError({ statusCode: 400 });
  // ok: no-nosql-injection -- a type test with an early return
  const typed = await db.collection('names').findOne({ name: body.name });

  const query = getQuery(event);
  // bad: no-nosql-injection -- Mongoose leaves operators in a filter
  const owned = await Product.find({ owner: body.owner }).limit(10);
  const filter: Record<string, unknown> = { price: { $lt: Number(query.max) } };
  // ok: no-nosql-injection -- a number
  const cheap = await Product.find(filter).limit(10);
  // bad: no-nosql-injection -- added to the filter
  filter.owner = body.owner;
  const both = await Product.find(filter).limit(10);
  return { whole, one, str, eq, id, where, key, helper, login, email, piped, fn, ok, typed, owned, cheap, both };
});
