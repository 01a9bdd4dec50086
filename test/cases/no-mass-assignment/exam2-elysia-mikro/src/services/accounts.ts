import { knex, prisma } from '../db.js';

export class AccountService {
  create(data: { name: string; owner: string }) {
    return prisma.account.create({ data });
  }

  rename(id: number, { name }: { name: string }) {
    return prisma.account.update({ where: { id }, data: { name } });
  }

  patch(id: number, changes: Record<string, unknown>) {
    return knex('accounts').where({ id }).update({ ...changes, updated_at: new Date() });
  }
}
