// @complete: no-shared-secret-jwt
import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { CheckInService } from './check-in.service';

@Module({
  // ok-cross: no-shared-secret-jwt -- Auth0's and Google's key sets don't make this project distributed
  imports: [JwtModule.register({ secret: process.env.CHECK_IN_SECRET, signOptions: { algorithm: 'HS256', expiresIn: '60s' } })],
  providers: [CheckInService],
})
export class CheckInModule {}
