// @complete: require-jwt-claims-check
import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { Reader } from './reader';

@Module({
  imports: [JwtModule.register({ publicKey: process.env.PUBLIC_KEY, verifyOptions: { algorithms: ['RS256'], issuer: 'https://id.example', audience: 'checks' } })],
  providers: [Reader],
})
export class AuthModule {}
