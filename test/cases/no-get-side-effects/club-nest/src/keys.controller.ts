// @complete: no-get-side-effects
import { Controller, Delete, Get, Param } from '@nestjs/common';
import { KeysService } from './keys.service';

@Controller('keys')
export class KeysController {
  constructor(private readonly keys: KeysService) {}

  // bad-cross: no-get-side-effects
  @Get(':id/rotate')
  rotate(@Param('id') id: string) {
    return this.keys.rotate(id);
  }
  // ok-cross: no-get-side-effects
  @Get(':id')
  one(@Param('id') id: string) {
    return this.keys.one(id);
  }
  // ok-cross: no-get-side-effects
  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.keys.remove(id);
  }
}
