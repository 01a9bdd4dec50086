// @complete: require-idempotency
import { Queue } from 'bullmq';
import { Router } from 'express';
import { dataSource } from './data-source.js';
import { Hold, Loan } from './entities.js';
import { LoansController } from './loans.controller.js';
import { LoansService } from './loans.service.js';

const reminders = new Queue('reminders', { connection: { url: process.env.REDIS_URL } });
const service = new LoansService(dataSource.getRepository(Loan), dataSource.getRepository(Hold), reminders);
const controller = new LoansController(service);

export const loans = Router();

// bad-cross: require-idempotency
loans.post('/', controller.lend);

// bad-cross: require-idempotency
loans.post('/:id/renew', controller.renew.bind(controller));

// ok-cross: require-idempotency -- one hold per book and reader
loans.post('/holds', (req, res) => controller.hold(req, res));

// bad-cross: require-idempotency
loans.post('/:id/remind', controller.remind);

// ok-cross: require-idempotency -- the job's id
loans.post('/:id/remind/:day', controller.remindOnce);

// ok-cross: require-idempotency -- reads
loans.post('/:id/fee', controller.fee);
