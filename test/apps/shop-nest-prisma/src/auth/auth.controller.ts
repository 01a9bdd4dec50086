// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { IsEmail, IsString, MinLength } from 'class-validator';
import { AuthService } from './auth.service';

export class CredentialsDto {
  @IsEmail() email: string;
  // ok: no-hardcoded-secrets
  @IsString() @MinLength(12, { message: 'The password needs 12 characters' }) password: string;
}

@Controller('auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  // ok-cross: require-idempotency -- the email is unique, and a conflict is answered
  @Post('sign-up')
  @Throttle({ default: { ttl: 60_000, limit: 5 } })
  signUp(@Body() dto: CredentialsDto) {
    return this.auth.signUp(dto.email, dto.password);
  }

  // ok-cross: require-idempotency -- login
  @Post('sign-in')
  @HttpCode(200)
  @Throttle({ default: { ttl: 60_000, limit: 10 } })
  signIn(@Body() dto: CredentialsDto) {
    return this.auth.signIn(dto.email, dto.password);
  }
}
