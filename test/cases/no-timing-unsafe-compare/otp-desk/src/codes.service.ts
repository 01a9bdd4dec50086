// @complete: no-timing-unsafe-compare
import { Injectable, UnauthorizedException } from '@nestjs/common';
import { Repository } from 'typeorm';
import { CodesStore } from './codes.store';
import { User, UserStatus } from './user.entity';

@Injectable()
export class LoginCodesService {
  constructor(
    private readonly store: CodesStore,
    private readonly users: Repository<User>,
  ) {}

  async verify(email: string, code: string): Promise<boolean> {
    const stored = await this.store.load(email);
    const storedCode = stored;
    // bad-cross: no-timing-unsafe-compare
    return storedCode === code;
  }

  async resetPassword(userId: string, resetToken: string): Promise<void> {
    const user = await this.users.findOneBy({ id: userId });
    // ok: no-timing-unsafe-compare
    if (!user || user.status === UserStatus.Blocked) throw new UnauthorizedException();
    // bad: no-timing-unsafe-compare
    if (user.resetToken !== resetToken) throw new UnauthorizedException();
  }

  async confirmPhone(userId: string, otp: string): Promise<void> {
    const user = await this.users.findOneByOrFail({ id: userId });
    // bad: no-timing-unsafe-compare
    if (user.phoneOtp !== otp) throw new UnauthorizedException();
    // ok: no-timing-unsafe-compare
    if (user.id !== userId) throw new UnauthorizedException();
  }
}
