// @complete: no-sensitive-jwt-claims
import jwt from 'jsonwebtoken';
import { sign as signHono } from 'hono/jwt';
import { SignJWT } from 'jose';
import { eq } from 'drizzle-orm';
import { db, pool, prisma, User, users } from './models';

const key = process.env.JWT_KEY!;
const options = { expiresIn: '15m' } as const;

export async function fromMongoose(email: string) {
  const user = await User.findOne({ email });
  // bad-cross: no-sensitive-jwt-claims
  return jwt.sign(user!.toObject(), key, options);
}

export async function fromMongooseId(email: string) {
  const user = await User.findOne({ email });
  // ok: no-sensitive-jwt-claims
  return jwt.sign({ id: user!._id, role: user!.role }, key, options);
}

export async function fromDrizzle(email: string) {
  const [user] = await db.select().from(users).where(eq(users.email, email));
  // bad-cross: no-sensitive-jwt-claims
  return signHono({ ...user, exp: Math.floor(Date.now() / 1000) + 900 }, key);
}

export async function fromDrizzlePicked(email: string) {
  const [user] = await db.select({ id: users.id, email: users.email }).from(users).where(eq(users.email, email));
  // ok-cross: no-sensitive-jwt-claims
  return signHono({ ...user, exp: Math.floor(Date.now() / 1000) + 900 }, key);
}

export async function fromPrisma(id: string) {
  const user = await prisma.user.findUniqueOrThrow({ where: { id } });
  // bad: no-sensitive-jwt-claims
  return new SignJWT({ user }).setProtectedHeader({ alg: 'ES256' }).setExpirationTime('15m').sign(new Uint8Array());
}

export async function fromPrismaPicked(id: string) {
  const user = await prisma.user.findUniqueOrThrow({ where: { id }, select: { id: true, role: true } });
  // ok: no-sensitive-jwt-claims
  return new SignJWT({ user }).setProtectedHeader({ alg: 'ES256' }).setExpirationTime('15m').sign(new Uint8Array());
}

export async function fromPg(id: string) {
  const { rows } = await pool.query('SELECT * FROM users WHERE id = $1', [id]);
  // bad: no-sensitive-jwt-claims
  return jwt.sign(rows[0], key, options);
}

export async function fromPgPicked(id: string) {
  const { rows } = await pool.query('SELECT id, role FROM users WHERE id = $1', [id]);
  // ok: no-sensitive-jwt-claims
  return jwt.sign(rows[0], key, options);
}

export function fromForm(form: { email: string; password: string; ssn: string }) {
  const claims = {
    email: form.email,
    // bad: no-sensitive-jwt-claims
    pwd: form.password,
    // bad: no-sensitive-jwt-claims
    ssn: form.ssn,
  };
  return jwt.sign(claims, key, options);
}

export function apiSecret(id: string, clientSecret: string) {
  // bad: no-sensitive-jwt-claims
  return jwt.sign({ sub: id, clientSecret }, key, options);
}

export function reset(id: string, version: number) {
  // ok: no-sensitive-jwt-claims
  return jwt.sign({ sub: id, purpose: 'password-reset', passwordVersion: version }, key, options);
}
