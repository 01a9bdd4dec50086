// @complete: no-sync-io-in-handler
import { Body, Controller, Get, Injectable, Post } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { pbkdf2Sync } from 'node:crypto';
import { Hashes } from './hashes.js';

@Controller('images')
export class ImagesController {
  constructor(private readonly hashes: Hashes) {}

  @Get()
  list() {
    // bad: no-sync-io-in-handler
    return existsSync('/images') ? [] : null;
  }
  @Post()
  make(@Body() body: { password: string }) {
    return this.hashes.make(body.password);
  }
}

@Injectable()
export class Unused {
  // ok: no-sync-io-in-handler -- nobody calls it for a request
  derive = (text: string) => pbkdf2Sync(text, 'salt', 1, 16, 'sha256');
}
