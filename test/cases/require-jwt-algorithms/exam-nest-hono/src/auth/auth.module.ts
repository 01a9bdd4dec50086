// @complete: require-jwt-algorithms
import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { TokenService } from './token.service';
import { JwtStrategy } from './jwt.strategy';

@Module({
  imports: [
    JwtModule.register({
      privateKey: process.env.JWT_PRIVATE_KEY,
      publicKey: process.env.JWT_PUBLIC_KEY,
      signOptions: { algorithm: 'ES256', expiresIn: '10m' },
      verifyOptions: { algorithms: ['ES256'] },
    }),
  ],
  providers: [TokenService, JwtStrategy],
})
export class AuthModule {}
