// @complete: no-check-then-act
import { ConflictException, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, QueryFailedError, Repository } from 'typeorm';
import { Book } from './book.entity';

@Injectable()
export class BooksService {
  constructor(
    @InjectRepository(Book) private readonly books: Repository<Book>,
    private readonly dataSource: DataSource,
  ) {}

  async add(isbn: string, title: string) {
    const known = await this.books.findOneBy({ isbn });
    if (known) {
      throw new ConflictException('known');
    }
    // bad: no-check-then-act
    return this.books.save(this.books.create({ isbn, title, copies: 1 }));
  }

  async addUnlessThere(isbn: string, title: string) {
    if (!(await this.books.exists({ where: { isbn } }))) {
      // bad: no-check-then-act
      await this.books.insert({ isbn, title, copies: 1 });
    }
  }

  async addHandled(isbn: string, title: string) {
    const known = await this.books.findOneBy({ isbn });
    if (known) throw new ConflictException('known');
    try {
      // ok: no-check-then-act
      return await this.books.save(this.books.create({ isbn, title, copies: 1 }));
    } catch (error) {
      if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505')
        throw new ConflictException('known');
      throw error;
    }
  }

  async lend(id: string) {
    const book = await this.books.findOneByOrFail({ id });
    // bad: no-check-then-act
    book.copies -= 1;
    await this.books.save(book);
  }

  async lendAtOnce(id: string) {
    // ok: no-check-then-act
    await this.books.decrement({ id }, 'copies', 1);
  }

  async lendLocked(id: string) {
    await this.dataSource.transaction(async (manager) => {
      const book = await manager.findOneOrFail(Book, { where: { id }, lock: { mode: 'pessimistic_write' } });
      // ok: no-check-then-act
      book.copies -= 1;
      await manager.save(book);
    });
  }

  async retitle(id: string, title: string) {
    const book = await this.books.findOneByOrFail({ id });
    // ok: no-check-then-act
    book.title = title;
    await this.books.save(book);
  }
}
