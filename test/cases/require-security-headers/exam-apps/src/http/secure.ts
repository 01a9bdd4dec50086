import helmet from 'helmet';
import type { Express } from 'express';

export function harden(app: Express) {
  app.disable('x-powered-by');
  app.use(helmet());
}
