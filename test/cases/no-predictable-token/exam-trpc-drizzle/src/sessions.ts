// @complete: no-predictable-token
import { createHash, randomUUID } from 'node:crypto';

export class SessionStore {
  private counter = 0;
  private readonly sessions = new Map<string, string>();

  open(userId: string): string {
    // bad: no-predictable-token
    const sessionId = String(++this.counter);
    this.sessions.set(sessionId, userId);
    return sessionId;
  }

  openHashed(userId: string): string {
    // bad: no-predictable-token -- hashing the clock adds no secret
    const sessionToken = createHash('sha256').update(`${userId}${Date.now()}`).digest('hex');
    this.sessions.set(sessionToken, userId);
    return sessionToken;
  }

  openWell(userId: string): string {
    // ok: no-predictable-token
    const sessionId = randomUUID();
    this.sessions.set(sessionId, userId);
    return sessionId;
  }

  pick(): string | undefined {
    const all = [...this.sessions.keys()];
    // ok: no-predictable-token -- a sample for metrics
    return all[Math.floor(Math.random() * all.length)];
  }
}
