// @complete: require-jwt-claims-check
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

@Injectable()
export class Reader {
  constructor(private readonly jwt: JwtService) {}

  read(token: string) {
    // ok-cross: require-jwt-claims-check -- the module's verifyOptions
    return this.jwt.verifyAsync(token);
  }
}
