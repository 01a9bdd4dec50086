// @complete: layer-boundaries
import { PrismaClient } from '@prisma/client';
import type { Request, Response } from 'express';

const prisma = new PrismaClient();

// ok: layer-boundaries
export const listOrders = (page: number) => prisma.order.findMany({ take: 10, skip: page * 10 });

// bad: layer-boundaries
export async function createOrder(req: Request) {
  return prisma.order.create({ data: { total: req.body.total } });
}

export class Exporter {
  // bad: layer-boundaries
  async write(rows: string[], res: Response) {
    res.send(rows.join('\n'));
  }
}
