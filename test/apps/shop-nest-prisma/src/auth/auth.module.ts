// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { AuthController } from './auth.controller';
import { AuthGuard } from './auth.guard';
import { AuthService } from './auth.service';

@Module({
  imports: [
    // ok-cross: no-shared-secret-jwt -- one service
    JwtModule.register({
      global: true,
      // bad: no-hardcoded-secrets
      // fix: no-hardcoded-secrets
      secret: 'Meadow-Compass-1187-Rye',
      signOptions: { expiresIn: '15m' },
      verifyOptions: { algorithms: ['HS256'] },
    }),
  ],
  controllers: [AuthController],
  providers: [AuthService, AuthGuard],
  exports: [AuthGuard],
})
export class AuthModule {}
