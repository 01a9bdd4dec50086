import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';

@Module({
  imports: [LoggerModule.forRoot({ pinoHttp: { redact: ['req.headers.authorization', 'accessToken'] } })],
  controllers: [AuthController],
  providers: [AuthService],
})
export class AppModule {}
