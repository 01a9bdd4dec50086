// @complete: require-error-in-log
import { Injectable, Logger } from '@nestjs/common';

@Injectable()
export class BillingService {
  private readonly logger = new Logger(BillingService.name);

  async run(charge: () => Promise<void>) {
    try {
      await charge();
    } catch (error) {
      // bad: require-error-in-log
      // fix: require-error-in-log
      this.logger.error(error.message);
      // bad: require-error-in-log
      // fix: require-error-in-log
      this.logger.error(`Charging failed: ${error.message}`, BillingService.name);
      // ok: require-error-in-log
      this.logger.error(error.message, error.stack);
      // ok: require-error-in-log
      this.logger.error('Charging failed', error);
    }
  }

  async again(charge: () => Promise<void>) {
    try {
      await charge();
    } catch (error) {
      // bad: require-error-in-log
      // fix: require-error-in-log
      this.logger.error('Charging failed');
    }
  }
}
