// @complete: require-jwt-expiry
import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { AuthService } from './auth.service';

@Module({
  // ok: require-jwt-expiry
  imports: [JwtModule.register({ secret: process.env.JWT_SECRET, signOptions: { expiresIn: '15m' } })],
  providers: [AuthService],
})
export class AuthModule {}
