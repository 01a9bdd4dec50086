// @complete: no-sync-io-in-handler
import { Controller, Get, Param } from '@nestjs/common';
import { FilesService } from './files.service.js';

@Controller('files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Get(':id')
  one(@Param('id') id: string) {
    // ok-cross: no-sync-io-in-handler -- said where it blocks
    return this.files.read(id);
  }

  @Get(':id/size')
  async size(@Param('id') id: string) {
    // ok-cross: no-sync-io-in-handler
    return this.files.size(id);
  }
}
