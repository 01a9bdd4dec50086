// @complete: require-jwt-expiry
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

@Injectable()
export class AuthService {
  constructor(private readonly jwt: JwtService) {}

  // ok-cross: require-jwt-expiry
  access(sub: string): Promise<string> {
    return this.jwt.signAsync({ sub });
  }

  refresh(sub: string): Promise<string> {
    // ok: require-jwt-expiry
    return this.jwt.signAsync({ sub, type: 'refresh' }, { secret: process.env.JWT_REFRESH_SECRET, expiresIn: '30d' });
  }

  refreshForever(sub: string): Promise<string> {
    return this.jwt.signAsync(
      { sub, type: 'refresh' },
      // bad: require-jwt-expiry
      { secret: process.env.JWT_REFRESH_SECRET, expiresIn: '1y' },
    );
  }

  longAccess(sub: string): string {
    // bad: require-jwt-expiry
    return this.jwt.sign({ sub }, { expiresIn: '7d' });
  }
}
