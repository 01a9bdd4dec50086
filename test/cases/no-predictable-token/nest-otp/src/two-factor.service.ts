// @complete: no-predictable-token
import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Repository } from 'typeorm';
import { shortCode } from './util/text';

class Challenge {
  id!: string;
  otp!: string;
  csrfToken!: string;
}

@Injectable()
export class TwoFactorService {
  constructor(private readonly challenges: Repository<Challenge>) {}

  async start(): Promise<void> {
    const challenge = new Challenge();
    // bad-cross: no-predictable-token
    challenge.otp = shortCode(6);
    // bad: no-predictable-token
    // fix: no-predictable-token
    challenge.csrfToken = `csrf-${Date.now()}`;
    await this.challenges.save(challenge);
  }

  async restart(): Promise<void> {
    const challenge = new Challenge();
    // ok: no-predictable-token
    challenge.otp = String(randomInt(100_000, 1_000_000));
    // ok: no-predictable-token
    const orderNumber = shortCode(8);
    await this.challenges.save({ ...challenge, orderNumber });
  }

  // bad: no-predictable-token
  private generateBackupCode = (): string => Math.random().toString(36).substring(2, 10);
}
