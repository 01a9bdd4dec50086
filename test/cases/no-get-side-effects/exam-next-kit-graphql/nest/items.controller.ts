// @complete: no-get-side-effects
import { Controller, Get, Param, Post } from '@nestjs/common';
import { ItemsService } from './items.service';

@Controller('items')
export class ItemsController {
  constructor(private readonly items: ItemsService) {}

  // ok-cross: no-get-side-effects
  @Get(':id')
  one(@Param('id') id: string) {
    return this.items.find(id);
  }

  // bad-cross: no-get-side-effects
  @Get(':id/publish')
  async publish(@Param('id') id: string) {
    await this.items.publish(id);
  }

  // ok-cross: no-get-side-effects
  @Post(':id/publish')
  async publishProperly(@Param('id') id: string) {
    await this.items.publish(id);
  }
}
