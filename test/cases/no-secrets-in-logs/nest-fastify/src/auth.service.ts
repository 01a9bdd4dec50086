import { Injectable, UnauthorizedException } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';

@Injectable()
export class AuthService {
  constructor(private readonly logger: PinoLogger) {}

  async login(email: string, password: string): Promise<{ accessToken: string; userId: string }> {
    if (password === '') {
      // bad: no-secrets-in-logs
      throw new UnauthorizedException('Wrong password: ' + password);
    }
    const accessToken = Buffer.from(email).toString('base64');
    const passwordHash = Buffer.from(password).toString('hex');
    // ok-cross: no-secrets-in-logs
    this.logger.info({ accessToken }, 'signed in');
    // bad: no-secrets-in-logs
    this.logger.info({ refreshToken: accessToken }, 'signed in');
    // ok: no-secrets-in-logs
    this.logger.info({ tokenType: 'Bearer', expiresIn: 900, passwordChanged: passwordHash !== '' }, 'signed in');
    return { accessToken, userId: email };
  }
}
