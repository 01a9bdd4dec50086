// @complete: no-sync-io-in-handler
import { Injectable } from '@nestjs/common';
import bcrypt from 'bcrypt';

@Injectable()
export class Hashes {
  make(password: string) {
    // bad-cross: no-sync-io-in-handler
    return bcrypt.hashSync(password, 10);
  }
  async check(password: string, hash: string) {
    // ok: no-sync-io-in-handler
    return bcrypt.compare(password, hash);
  }
}
