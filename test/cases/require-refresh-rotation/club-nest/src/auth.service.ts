import { createHash, randomBytes } from 'node:crypto';
import { Injectable, UnauthorizedException } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Session } from './session.entity';

const hash = (token: string) => createHash('sha256').update(token).digest('hex');

@Injectable()
export class AuthService {
  constructor(
    private readonly jwt: JwtService,
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
  ) {}

  async renew(refreshToken: string) {
    const session = await this.sessions.findOneBy({ refreshHash: hash(refreshToken) });
    if (!session) throw new UnauthorizedException();
    return { accessToken: this.jwt.sign({ sub: session.userId }, { expiresIn: '15m' }) };
  }

  async rotate(refreshToken: string) {
    const session = await this.sessions.findOneBy({ refreshHash: hash(refreshToken) });
    if (!session) throw new UnauthorizedException();
    const next = randomBytes(32).toString('base64url');
    await this.sessions.update({ id: session.id, refreshHash: session.refreshHash }, { refreshHash: hash(next) });
    return { accessToken: this.jwt.sign({ sub: session.userId }, { expiresIn: '15m' }), refreshToken: next };
  }
}
