// @complete: no-jwt-in-web-storage
import { PrismaClient } from '@prisma/client';
import { currentToken, localStorage } from './session.server';

const prisma = new PrismaClient();

class TokenCache {
  private readonly items = new Map<string, string>();

  getItem(key: string) {
    return this.items.get(key);
  }

  setItem(key: string, value: string) {
    this.items.set(key, value);
  }
}

const cache = new TokenCache();

export async function register(userId: string, refreshToken: string) {
  // ok: no-jwt-in-web-storage -- a class of the server
  cache.setItem('refreshToken', refreshToken);
  // ok: no-jwt-in-web-storage
  await prisma.device.create({ data: { userId, refreshToken } });
  // ok-cross: no-jwt-in-web-storage -- AsyncLocalStorage under a misleading name
  return localStorage.run(new Map([['accessToken', refreshToken]]), () => cache.getItem('refreshToken') ?? currentToken());
}
