// @complete: no-shared-secret-jwt
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

@Injectable()
export class CheckInService {
  constructor(private readonly jwt: JwtService) {}

  // ok-cross: no-shared-secret-jwt
  code(memberId: string) {
    return this.jwt.sign({ sub: memberId });
  }

  // ok-cross: no-shared-secret-jwt
  read(token: string) {
    return this.jwt.verify(token, { algorithms: ['HS256'] });
  }
}
