import { z } from 'zod';

const MAX_PAGE = 100;

export const pageInput = z.object({ limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(20) });
export const clampLimit = (value: unknown, max = 100) => Math.min(Math.max(Number(value) || 20, 1), max);
export const toLimit = (value: unknown) => Number(value) || 20;
