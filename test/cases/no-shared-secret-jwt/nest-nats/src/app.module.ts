// @complete: no-shared-secret-jwt
import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { DriversController } from './drivers.controller';
import { ServiceTokenGuard } from './service-token.guard';

@Module({
  // bad-cross: no-shared-secret-jwt
  imports: [JwtModule.register({ global: true, secret: process.env.SERVICE_JWT_SECRET, signOptions: { algorithm: 'HS384', expiresIn: '2m' } })],
  controllers: [DriversController],
  providers: [ServiceTokenGuard],
})
export class AppModule {}
