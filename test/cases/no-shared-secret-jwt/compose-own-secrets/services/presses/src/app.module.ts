// @complete: no-shared-secret-jwt
import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';

@Module({
  // ok-cross: no-shared-secret-jwt
  imports: [JwtModule.register({ secret: process.env.PRESSES_JWT_SECRET, signOptions: { algorithm: 'HS256', expiresIn: '5m' } })],
})
export class AppModule {}
