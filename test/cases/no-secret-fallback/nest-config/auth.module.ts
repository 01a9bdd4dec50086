import { Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { JwtModule } from '@nestjs/jwt';
import * as Joi from 'joi';

@Module({
  imports: [
    ConfigModule.forRoot({
      validationSchema: Joi.object({
        // bad: no-secret-fallback
        // fix: no-secret-fallback
        JWT_SECRET: Joi.string().default('not-so-secret'),
        // ok: no-secret-fallback
        REFRESH_SECRET: Joi.string().required(),
      }),
    }),
    JwtModule.registerAsync({
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({
        // bad: no-secret-fallback
        // fix: no-secret-fallback
        secret: config.get<string>('JWT_SECRET', 'default-secret'),
        // ok: no-secret-fallback
        signOptions: { expiresIn: config.get('JWT_TTL', '15m') },
      }),
    }),
  ],
})
export class AuthModule {}

export const refresh = (config: ConfigService) =>
  // ok: no-secret-fallback
  config.getOrThrow<string>('auth.refreshSecret');

export const other = (config: ConfigService) =>
  // bad: no-secret-fallback
  // fix: no-secret-fallback
  config.get('auth.refreshSecret') ?? 'refresh-me';
