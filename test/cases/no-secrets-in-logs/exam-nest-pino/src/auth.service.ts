// @complete: no-secrets-in-logs
import { Injectable, Logger, UnauthorizedException } from '@nestjs/common';
import { logger, logInfo, mask, redacting, wlog } from './logger';
import { login, signToken } from './tokens';

@Injectable()
export class AuthService {
  private readonly log = new Logger(AuthService.name);

  async signIn(email: string, password: string) {
    // bad: no-secrets-in-logs
    this.log.debug(`sign in ${email} ${password}`);
    // ok: no-secrets-in-logs
    this.log.log(`sign in ${email}`);
    const session = await login(email, password);
    // bad: no-secrets-in-logs -- the answer of a login
    logger.info({ session: await login(email, password) }, 'signed in');
    const accessToken = signToken(email);
    // bad: no-secrets-in-logs
    wlog.info('issued', { accessToken });
    // ok: no-secrets-in-logs
    wlog.info('issued', { hasToken: Boolean(accessToken), tokenLength: accessToken.length });
    // ok-cross: no-secrets-in-logs
    logger.info({ token: mask(accessToken) }, 'issued');
    // ok-cross: no-secrets-in-logs
    redacting.info({ password, token: accessToken }, 'issued');
    // bad-cross: no-secrets-in-logs
    logInfo('issued', { refreshToken: session.refreshToken });
    // ok: no-secrets-in-logs
    logger.warn('password reset requested');
    // ok: no-secrets-in-logs
    logger.info({ passwordChangedAt: new Date(), tokenCount: 3 }, 'usage');
    // bad: no-secrets-in-logs
    if (!session.ok) throw new UnauthorizedException(`wrong password ${password} for ${email}`);
    return session;
  }

  async connect() {
    // bad: no-secrets-in-logs
    console.log('connecting to', process.env.DATABASE_URL);
    // bad: no-secrets-in-logs
    console.log(process.env);
    // ok: no-secrets-in-logs
    console.log(process.env.NODE_ENV, Object.keys(process.env).length);
    // bad: no-secrets-in-logs
    if (!process.env.JWT_SECRET) throw new Error(`bad configuration: ${JSON.stringify(process.env)}`);
    // ok: no-secrets-in-logs
    if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET is missing');
  }
}
