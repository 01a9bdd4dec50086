import { Module } from '@nestjs/common';
import { HttpModule } from '@nestjs/axios';
import { CouriersService } from './couriers.service';

@Module({ imports: [HttpModule], providers: [CouriersService], exports: [CouriersService] })
export class CouriersModule {}
