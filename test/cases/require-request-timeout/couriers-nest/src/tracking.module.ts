import { Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { HttpModule } from '@nestjs/axios';
import { TrackingService } from './tracking.service';

@Module({
  imports: [
    HttpModule.registerAsync({
      imports: [ConfigModule],
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({ baseURL: config.get('TRACKING_URL'), timeout: 4_000 }),
    }),
  ],
  providers: [TrackingService],
})
export class TrackingModule {}
