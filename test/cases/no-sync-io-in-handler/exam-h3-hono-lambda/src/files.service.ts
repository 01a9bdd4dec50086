// @complete: no-sync-io-in-handler
import { Injectable, type OnModuleInit } from '@nestjs/common';
import fs from 'node:fs';
import { stat } from 'node:fs/promises';

@Injectable()
export class FilesService implements OnModuleInit {
  onModuleInit() {
    // ok: no-sync-io-in-handler -- at start
    if (!fs.existsSync('data')) fs.mkdirSync('data');
  }

  read(id: string) {
    // bad-cross: no-sync-io-in-handler
    return fs.readFileSync(`data/${id}.json`, 'utf8');
  }

  async size(id: string) {
    return (await stat(`data/${id}.json`)).size;
  }
}
