// @complete: no-sensitive-jwt-claims
import jwt from 'jsonwebtoken';
import { SignJWT } from 'jose';
import { PrismaClient } from '@prisma/client';
import { claimsOf, safeClaims } from './claims.js';

const prisma = new PrismaClient();
const secret = process.env.JWT_SECRET!;
const options = { expiresIn: '15m' } as const;

export async function login(email: string, password: string) {
  const user = await prisma.user.findUniqueOrThrow({ where: { email } });
  // bad: no-sensitive-jwt-claims
  const whole = jwt.sign({ user }, secret, options);
  // bad: no-sensitive-jwt-claims
  const spread = jwt.sign({ ...user }, secret, options);
  // bad: no-sensitive-jwt-claims
  const typed = jwt.sign({ sub: user.id, password }, secret, options);
  // bad: no-sensitive-jwt-claims
  const card = await new SignJWT({ sub: user.id, cardNumber: user.card }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('15m').sign(new TextEncoder().encode(secret));
  // bad-cross: no-sensitive-jwt-claims
  const helped = jwt.sign(claimsOf(user), secret, options);
  // ok: no-sensitive-jwt-claims
  const lean = jwt.sign({ sub: user.id, role: user.role, hasPassword: !!user.passwordHash }, secret, options);
  // ok-cross: no-sensitive-jwt-claims
  const safe = jwt.sign(safeClaims(user), secret, options);
  const picked = await prisma.user.findUniqueOrThrow({ where: { email }, select: { id: true, role: true } });
  // ok: no-sensitive-jwt-claims
  const small = jwt.sign({ ...picked }, secret, options);
  return { whole, spread, typed, card, helped, lean, safe, small };
}
