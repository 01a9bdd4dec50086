// @complete: require-return-after-response
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Ticket } from './model.js';

@Controller('tickets')
export class TicketsController {
  @Get(':id')
  async one(@Param('id') id: string, @Res() res: Response) {
    const ticket = await Ticket.findById(id);
    // bad: require-return-after-response
    if (!ticket) res.status(404).send({ error: 'not found' });
    // ok: require-return-after-response
    res.send(ticket);
  }

  @Get(':id/pdf')
  async pdf(@Param('id') id: string, @Res() res: Response) {
    const ticket = await Ticket.findById(id);
    if (!ticket) {
      // ok: require-return-after-response
      res.status(404).send({ error: 'not found' });
      return;
    }
    res.type('pdf').send(ticket.title);
  }
}
