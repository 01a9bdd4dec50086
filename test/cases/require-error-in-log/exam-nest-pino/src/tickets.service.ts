// @complete: require-error-in-log
import { Injectable, Logger } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { TicketsGateway } from './tickets.gateway';

@Injectable()
export class TicketsService {
  private readonly logger = new Logger(TicketsService.name);

  constructor(
    private readonly pino: PinoLogger,
    private readonly gateway: TicketsGateway,
  ) {}

  async open(subject: string) {
    try {
      return await this.gateway.open(subject);
    } catch (error) {
      // bad: require-error-in-log
      this.logger.error(`Failed to open a ticket: ${(error as Error).message}`);
      throw error;
    }
  }

  async close(id: string) {
    try {
      return await this.gateway.close(id);
    } catch (error) {
      // ok: require-error-in-log -- Nest's logger takes the stack second
      this.logger.error('Failed to close', (error as Error).stack);
      throw error;
    }
  }

  async reopen(id: string) {
    try {
      return await this.gateway.reopen(id);
    } catch (err) {
      // bad: require-error-in-log
      this.pino.error('Failed to reopen', err);
      throw err;
    }
  }

  async move(id: string) {
    try {
      return await this.gateway.move(id);
    } catch (err) {
      // ok: require-error-in-log
      this.pino.error({ err, id }, 'Failed to move');
      throw err;
    }
  }
}
