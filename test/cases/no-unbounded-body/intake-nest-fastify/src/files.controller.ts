// @complete: no-unbounded-body
import { Controller, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';

@Controller('files')
export class FilesController {
  @Post('open')
  // bad: no-unbounded-body
  @UseInterceptors(FileInterceptor('file'))
  open(@UploadedFile() file: { size: number }) {
    return file.size;
  }

  @Post('closed')
  // ok: no-unbounded-body
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: 2_000_000 } }))
  closed(@UploadedFile() file: { size: number }) {
    return file.size;
  }
}
