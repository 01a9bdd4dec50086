// @complete: no-predictable-token
import { initTRPC } from '@trpc/server';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { z } from 'zod';
import { nanoid } from 'nanoid';
import { v1 as uuidv1, v4 as uuidv4 } from 'uuid';
import Redis from 'ioredis';
import { apiKeys, invites } from './schema';
import { generateOtp, randomString, secureString } from './random';

const t = initTRPC.create();
const db = drizzle(postgres(process.env.DATABASE_URL!));
const redis = new Redis(process.env.REDIS_URL!);
const expiresAt = () => new Date(Date.now() + 3600_000);

export const router = t.router({
  invite: t.procedure.input(z.object({ email: z.string().email() })).mutation(async ({ input }) => {
    // bad: no-predictable-token
    // fix: no-predictable-token
    const token = Math.random().toString(36).substring(2);
    await db.insert(invites).values({ email: input.email, token, expiresAt: expiresAt() });
    // bad-cross: no-predictable-token
    await db.insert(invites).values({ email: input.email, token: randomString(24), expiresAt: expiresAt() });
    // ok-cross: no-predictable-token
    await db.insert(invites).values({ email: input.email, token: secureString(24), expiresAt: expiresAt() });
    await db.insert(invites).values({
      email: input.email,
      token: nanoid(32),
      // ok-cross: no-predictable-token -- a colour is no secret
      colour: randomString(6),
      // ok: no-predictable-token -- a moment, not a token
      expiresAt: new Date(Date.now() + 60_000),
    });
  }),
  key: t.procedure.mutation(async () => {
    // bad: no-predictable-token
    const apiKey = `key_${Date.now()}`;
    await db.insert(apiKeys).values({ id: uuidv4(), apiKey });
    // ok: no-predictable-token
    const goodKey = `key_${nanoid(40)}`;
    return { apiKey, goodKey };
  }),
  reset: t.procedure.input(z.object({ email: z.string() })).mutation(async ({ input }) => {
    // bad: no-predictable-token
    const resetToken = Buffer.from(`${input.email}:${Date.now()}`).toString('base64');
    await redis.set(`reset:${resetToken}`, input.email, 'EX', 900);
    // bad: no-predictable-token -- v1 is made of the clock and the machine
    const otherResetToken = uuidv1();
    // ok: no-predictable-token
    const third = uuidv4();
    await redis.set(`otp:${input.email}`, generateOtp(), 'EX', 300);
    return { otherResetToken, third };
  }),
});
