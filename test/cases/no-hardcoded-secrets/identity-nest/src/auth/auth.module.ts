// @complete: no-hardcoded-secrets
import { Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { AuthService } from './auth.service';
import { GoogleStrategy } from './google.strategy';
import { AccessTokenStrategy, ServiceTokenStrategy } from './jwt.strategies';
import { jwtConstants } from './constants';

@Module({
  imports: [
    PassportModule,
    JwtModule.register({
      // bad: no-hardcoded-secrets
      // fix: no-hardcoded-secrets
      secret: 'Copper-Finch-at-Noon',
      signOptions: { expiresIn: '15m' },
    }),
  ],
  providers: [AuthService, GoogleStrategy, AccessTokenStrategy, ServiceTokenStrategy],
})
export class AuthModule {}

@Module({
  imports: [
    // ok: no-hardcoded-secrets -- the configuration service
    JwtModule.registerAsync({
      imports: [ConfigModule],
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({
        secret: config.getOrThrow<string>('auth.jwtSecret'),
        signOptions: { expiresIn: '15m' },
      }),
    }),
  ],
})
export class AdminAuthModule {}

@Module({
  // ok-cross: no-hardcoded-secrets -- reported once, in constants.ts
  imports: [JwtModule.register({ secret: jwtConstants.secret, signOptions: { expiresIn: '15m' } })],
})
export class LegacyAuthModule {}
