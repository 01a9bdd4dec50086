import { EntityManager, EntityRepository, MikroORM, raw, sql } from '@mikro-orm/postgresql';

class Book {
  id!: number;
}

export const orm = await MikroORM.init({ entities: [Book], password: process.env.DB_PASSWORD });

export async function reads(em: EntityManager, books: EntityRepository<Book>, ids: number[], title: string) {
  await em.find(Book, { title });
  await em.find(Book, { id: { $in: ids } }, { limit: 5 });
  await books.findAll({ where: { title }, limit: 5 });
  await books.findAndCount({ authorId: 1 });
  await em.fork().findOneOrFail(Book, { id: 1 });
  await em.createQueryBuilder(Book, 'b').select('*').where({ title }).getResultList();
  await em.getConnection().execute(`select * from book where title = '${title}'`);
  await em.execute('select * from book where title = ? limit 1', [title]);
  return em.find(Book, { [raw(`lower(${title})`)]: sql`now()` });
}

export async function writes(em: EntityManager) {
  em.persist(new Book());
  await em.flush();
  await em.upsert(Book, { id: 1 });
  await em.nativeDelete(Book, { id: 1 });
  await em.transactional(async (inner) => {
    await inner.nativeUpdate(Book, { id: 1 }, { title: 'a' });
  });
}
