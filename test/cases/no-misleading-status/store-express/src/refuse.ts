// @complete: no-misleading-status
import type { Response } from 'express';

export const refuse = (res: Response, error: string) => res.status(400).json({ error });
// bad: no-misleading-status
export const refuseQuietly = (res: Response, error: string) => res.json({ error });
