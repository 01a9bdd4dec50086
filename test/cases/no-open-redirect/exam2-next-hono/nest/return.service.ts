import { Injectable } from '@nestjs/common';
import type { Response } from 'express';

const PATHS = ['/', '/settings', '/billing'];

@Injectable()
export class ReturnService {
  send(res: Response, target: string): void {
    res.redirect(target);
  }

  pick(target: string): string {
    return PATHS.includes(target) ? target : '/';
  }
}
