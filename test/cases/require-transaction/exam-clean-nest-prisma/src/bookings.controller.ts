// @complete: no-unbounded-page-size, no-select-star, prefer-cursor-pagination, no-nosql-injection
import { Controller, DefaultValuePipe, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { BookingsRepository } from './bookings.repository';
import { BookingsService } from './bookings.service';

@Controller('guests/:guest/bookings')
export class BookingsController {
  constructor(
    private readonly repository: BookingsRepository,
    private readonly service: BookingsService,
  ) {}

  @Get()
  page(@Param('guest') guest: string, @Query('cursor') cursor?: string, @Query('size', new DefaultValuePipe(20), ParseIntPipe) size = 20) {
    return this.repository.page(guest, cursor, size);
  }

  @Get('dashboard')
  dashboard(@Param('guest') guest: string) {
    return this.service.dashboard(guest);
  }
}
