// @complete: no-command-injection
import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { exec, execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ConvertDto } from './convert.dto';
import { MediaService } from './media.service';

const run = promisify(exec);

@Controller('media')
export class MediaController {
  constructor(private readonly media: MediaService) {}

  @Get('probe')
  async probe(@Query('url') url: string) {
    // bad: no-command-injection
    const { stdout } = await run(`ffprobe -v quiet ${url}`);
    return stdout;
  }

  @Get('thumb/:id')
  async thumb(@Param('id', ParseIntPipe) id: number) {
    // ok: no-command-injection -- a number
    await run(`convert /media/${id}.png -resize 64x64 /thumbs/${id}.png`);
  }

  @Post('convert')
  convert(@Body() dto: ConvertDto) {
    // bad-cross: no-command-injection
    return this.media.convert(dto.source, dto.format);
  }

  @Post('format')
  format(@Body() dto: ConvertDto) {
    // ok-cross: no-command-injection -- IsIn leaves listed formats only
    return this.media.convert('/media/logo.svg', dto.format);
  }

  @Post('zip')
  zip(@Body('files') files: string[]) {
    // ok: no-command-injection -- a list of arguments and no shell
    execFile('zip', ['-j', 'out.zip', '--', ...files]);
  }
}
