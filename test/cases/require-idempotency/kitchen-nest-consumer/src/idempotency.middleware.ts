import { ConflictException, Injectable, NestMiddleware } from '@nestjs/common';
import { InjectModel } from '@nestjs/sequelize';
import type { NextFunction, Request, Response } from 'express';
import { SeenKey } from './order.model';

@Injectable()
export class IdempotencyMiddleware implements NestMiddleware {
  constructor(@InjectModel(SeenKey) private readonly keys: typeof SeenKey) {}

  async use(req: Request, _res: Response, next: NextFunction) {
    const header = req.header('Idempotency-Key');
    if (!header) return next();
    const [, created] = await this.keys.findOrCreate({ where: { key: `${req.originalUrl}:${header}` } });
    if (!created) throw new ConflictException('already handled');
    return next();
  }
}
