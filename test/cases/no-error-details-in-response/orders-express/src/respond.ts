// @complete: no-error-details-in-response
import type { Response } from 'express';

export const fail = (res: Response, status: number, message: string) => res.status(status).json({ error: message });

export function serverError(res: Response, error: unknown) {
  console.error(error);
  // bad: no-error-details-in-response
  // fix: no-error-details-in-response
  res.status(500).json({ error: (error as Error).message });
}
