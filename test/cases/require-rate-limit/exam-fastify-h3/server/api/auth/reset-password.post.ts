// @complete: require-rate-limit
import { createError, defineEventHandler, readBody } from 'h3';
import argon2 from 'argon2';
import { findUser } from '../../../src/users';

// bad: require-rate-limit
export default defineEventHandler(async (event) => {
  const { email, token, password } = await readBody(event);
  const user = await findUser(email);
  if (!user || token.length < 20) throw createError({ statusCode: 400 });
  return { hash: await argon2.hash(password) };
});
