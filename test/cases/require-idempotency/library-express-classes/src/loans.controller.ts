import type { Request, Response } from 'express';
import type { LoansService } from './loans.service.js';

export class LoansController {
  constructor(private readonly service: LoansService) {}

  lend = async (req: Request, res: Response) => {
    res.status(201).json(await this.service.lend(req.body.bookId, req.body.reader));
  };

  async renew(req: Request, res: Response) {
    await this.service.renew(req.params.id);
    res.sendStatus(204);
  }

  async hold(req: Request, res: Response) {
    await this.service.hold(req.body.bookId, req.body.reader);
    res.sendStatus(204);
  }

  remind = async (req: Request, res: Response) => {
    await this.service.remind(req.params.id);
    res.sendStatus(202);
  };

  remindOnce = async (req: Request, res: Response) => {
    await this.service.remindOnce(req.params.id, req.params.day);
    res.sendStatus(202);
  };

  fee = async (req: Request, res: Response) => {
    res.json(await this.service.fee(req.params.id, Number(req.body.days)));
  };
}
