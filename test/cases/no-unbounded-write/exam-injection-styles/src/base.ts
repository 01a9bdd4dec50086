// @complete: no-unbounded-write
import { DataSource, EntityTarget, FindOptionsWhere, ObjectLiteral, Repository } from 'typeorm';
import { Service } from 'typedi';

export abstract class BaseRepository<T extends ObjectLiteral> {
  protected readonly repository: Repository<T>;

  constructor(dataSource: DataSource, target: EntityTarget<T>) {
    this.repository = dataSource.getRepository(target);
  }

  removeWhere(where: FindOptionsWhere<T>) {
    // ok: no-unbounded-write -- its caller says which
    return this.repository.delete(where);
  }

  removeAll() {
    // ok: no-unbounded-write -- a repository's method that says so by its name
    return this.repository.delete({});
  }
}

@Service()
export class CartRepository extends BaseRepository<{ id: string }> {
  clear() {
    // bad: no-unbounded-write -- the field of the base class
    return this.repository.createQueryBuilder().delete().execute();
  }
}
