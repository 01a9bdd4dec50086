// @complete: require-return-after-response
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { load } from './store.js';

@Controller('things')
export class ThingsController {
  @Get(':id')
  async one(@Param('id') id: string, @Res() res: Response) {
    const thing = await load(id);
    if (!thing) {
      // bad: require-return-after-response
      // fix: require-return-after-response
      res.status(404).json({ error: 'none' });
    }
    // ok: require-return-after-response
    res.json(thing);
  }

  @Post()
  async make(@Body() body: { id?: string }, @Res() res: Response) {
    if (!body.id) {
      // ok: require-return-after-response
      res.status(400).json({ error: 'id' });
      return;
    }
    res.status(201).json(await load(body.id));
  }
}
