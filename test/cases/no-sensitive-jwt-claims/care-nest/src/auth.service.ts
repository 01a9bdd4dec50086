// @complete: no-sensitive-jwt-claims
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { User } from './user.entity';

@Injectable()
export class AuthService {
  constructor(private readonly jwt: JwtService) {}

  whole(user: User): Promise<string> {
    // bad-cross: no-sensitive-jwt-claims
    return this.jwt.signAsync({ ...user });
  }

  insured(patient: { id: string; ssn: string }): Promise<string> {
    // bad: no-sensitive-jwt-claims
    const payload = { sub: patient.id, ssn: patient.ssn };
    return this.jwt.signAsync(payload);
  }

  lean(user: User): Promise<string> {
    // ok: no-sensitive-jwt-claims
    return this.jwt.signAsync({ sub: user.id, email: user.email });
  }

  // ok: no-sensitive-jwt-claims
  slim(user: { id: string; role: string }): Promise<string> {
    return this.jwt.signAsync({ ...user });
  }
}
