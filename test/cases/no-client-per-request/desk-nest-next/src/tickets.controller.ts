import { Controller, Get } from '@nestjs/common';

import { TicketsService } from './tickets.service';

@Controller('tickets')
export class TicketsController {
  constructor(private readonly tickets: TicketsService) {}

  @Get()
  list() {
    return this.tickets.list();
  }

  @Get('count')
  count() {
    return this.tickets.count();
  }
}
