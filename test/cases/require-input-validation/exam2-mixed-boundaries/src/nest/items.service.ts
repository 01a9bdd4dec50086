import { Injectable } from '@nestjs/common';
import { prisma } from '../services/db';

@Injectable()
export class ItemsService {
  create(data: { name: string }) {
    return prisma.item.create({ data: { name: data.name } });
  }

  list(search: string) {
    return prisma.item.findMany({ where: { name: search }, take: 20 });
  }
}
