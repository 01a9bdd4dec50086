// @complete: prefer-problem-details
import type { Response } from 'express';

// ok: prefer-problem-details
export const problem = (res: Response, status: number, title: string) =>
  res.status(status).type('application/problem+json').json({ type: 'about:blank', title, status });
// bad: prefer-problem-details
export const refuse = (res: Response, message: string) => res.status(400).json({ message });
