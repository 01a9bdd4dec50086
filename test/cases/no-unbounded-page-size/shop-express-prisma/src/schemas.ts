import { z } from 'zod';

export const orderQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  // bad-cross: no-unbounded-page-size
  // fix: no-unbounded-page-size
  limit: z.coerce.number().int().min(1).default(20),
  status: z.enum(['open', 'paid']).optional(),
});

export const productQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  // ok: no-unbounded-page-size
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const reviewQuery = z.object({
  cursor: z.string().optional(),
  // ok-cross: no-unbounded-page-size
  take: z.coerce.number().int().positive().default(10),
});

export const orderPage = z.object({
  items: z.array(z.unknown()),
  total: z.number(),
  page: z.number(),
  // ok: no-unbounded-page-size
  limit: z.number(),
});

export const newCoupon = z.object({
  code: z.string(),
  // ok: no-unbounded-page-size
  limit: z.number().int().positive(),
});
