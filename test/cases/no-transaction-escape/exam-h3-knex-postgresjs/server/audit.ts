import { knex, type Trx } from './db';

export const audit = (what: string, trx?: Trx) => (trx ?? knex)('audit').insert({ what });
export const touch = async (id: string, { trx }: { trx?: Trx } = {}) => {
  const q = knex('docs').where({ id }).update({ touched: true });
  if (trx) q.transacting(trx);
  await q;
};
