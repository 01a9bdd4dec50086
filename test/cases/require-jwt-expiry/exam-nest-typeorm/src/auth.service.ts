// @complete: require-jwt-expiry, no-sensitive-jwt-claims
import { Injectable, UnauthorizedException } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { User } from './user.entity';

@Injectable()
export class AuthService {
  constructor(
    private readonly jwt: JwtService,
    @InjectRepository(User) private readonly users: Repository<User>,
  ) {}

  async login(email: string) {
    const user = await this.users.findOneBy({ email });
    if (!user) throw new UnauthorizedException();
    // bad-cross: require-jwt-expiry
    // ok: no-sensitive-jwt-claims
    const accessToken = await this.jwt.signAsync({ sub: user.id, email: user.email });
    // ok: require-jwt-expiry
    const refreshToken = await this.jwt.signAsync({ sub: user.id }, { expiresIn: '30d' });
    return { accessToken, refreshToken };
  }

  async impersonate(id: string) {
    const user = await this.users.findOneByOrFail({ id });
    // bad-cross: no-sensitive-jwt-claims
    // ok: require-jwt-expiry
    return this.jwt.signAsync({ user }, { expiresIn: '5m' });
  }

  async stale(id: string) {
    // bad: require-jwt-expiry
    return this.jwt.sign({ sub: id }, { expiresIn: '365d' });
  }
}
