import { InjectRepository } from '@nestjs/typeorm';
import { BaseEntity, Brackets, DataSource, EntityManager, In, MoreThan, Repository } from 'typeorm';

export class User extends BaseEntity {
  id!: number;
  name!: string;
}

export const dataSource = new DataSource({ type: 'postgres', password: process.env.DB_PASSWORD });

export class Users {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly manager: EntityManager,
  ) {}

  all = () => this.users.find();
  page = (take: number) => this.users.findAndCount({ where: { id: MoreThan(3) }, take });
  some = (ids: number[]) => this.users.findBy({ id: In(ids) });
  either = () => this.users.find({ where: [{ name: 'a' }, { id: 1 }] });
  managed = () => this.manager.find(User, { where: { name: 'a' }, take: 10 });
  one = (id: number) => this.users.findOneBy({ id });

  async search(name: string, ids: number[]) {
    const query = this.users
      .createQueryBuilder('u')
      .where('u.name = :name', { name })
      .andWhere('u.id IN (:...ids)', { ids })
      .andWhere(new Brackets((inner) => inner.where('u.a = 1').orWhere(`u.b = '${name}'`)));
    const [rows, total] = await query.take(5).getManyAndCount();
    return { rows, total };
  }

  total = () => this.users.createQueryBuilder('u').select('COUNT(*)', 'n').getRawOne();
  insert = () => this.manager.createQueryBuilder().insert().into(User).values({ id: 1 }).orIgnore().execute();
  forgotten = () => void this.users.createQueryBuilder().update().set({ name: 'a' }).where('id = :id', { id: 1 });
  raw = (name: string) => this.users.query(`select * from users where name = '${name}'`);
  tagged = (name: string) => dataSource.sql`select * from users where name = ${name}`;
}

export async function activeRecord() {
  const user = new User();
  await user.save();
  const found = await User.findOneBy({ name: 'a' });
  await found!.save();
  await User.find();
}

export async function transactions() {
  await dataSource.transaction('SERIALIZABLE', async (manager) => {
    await manager.save(User, { id: 1 });
  });
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.manager.upsert(User, { id: 1 }, ['id']);
  await runner.commitTransaction();
  await runner.release();
}
