import { Injectable } from '@nestjs/common';
import { spawn } from 'node:child_process';

@Injectable()
export class MediaService {
  convert(source: string, format: string) {
    return this.shell(`magick ${source} /out/result.${format}`);
  }

  private shell(line: string) {
    return spawn(line, { shell: true });
  }
}
