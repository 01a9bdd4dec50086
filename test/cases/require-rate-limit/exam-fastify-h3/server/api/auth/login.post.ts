// @complete: require-rate-limit
import { createError, defineEventHandler, getRequestIP, readBody } from 'h3';
import argon2 from 'argon2';
import { loginLimiter } from '../../utils/limiter';
import { findUser } from '../../../src/users';

// ok-cross: require-rate-limit
export default defineEventHandler(async (event) => {
  await loginLimiter.consume(getRequestIP(event) ?? 'x');
  const { email, password } = await readBody(event);
  const user = await findUser(email);
  if (!user || !(await argon2.verify(user.hash, password))) throw createError({ statusCode: 401 });
  return { id: user.id };
});
