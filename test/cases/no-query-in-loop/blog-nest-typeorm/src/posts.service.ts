// @complete: no-query-in-loop
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Author } from './author.entity';
import { AuthorsService } from './authors.service';

@Injectable()
export class PostsService {
  constructor(
    private readonly authors: AuthorsService,
    private readonly dataSource: DataSource,
  ) {}

  async withAuthors(posts: { authorId: number }[]) {
    const result = [];
    for (const post of posts) {
      // bad-cross: no-query-in-loop
      const author = await this.authors.findOne(post.authorId);
      result.push({ ...post, author });
    }
    return result;
  }

  async own(posts: { authorId: number }[]) {
    return Promise.all(
      posts.map(async (post) => {
        // bad: no-query-in-loop -- in a method of its own
        const author = await this.load(post.authorId);
        return { ...post, author };
      }),
    );
  }

  private load(id: number) {
    return this.dataSource.getRepository(Author).findOneBy({ id });
  }

  // ok-cross: no-query-in-loop -- one query for all
  async together(posts: { authorId: number }[]) {
    const authors = await this.authors.findMany(posts.map((post) => post.authorId));
    return posts.map((post) => ({ ...post, author: authors.find(({ id }) => id === post.authorId) }));
  }

  // ok: no-query-in-loop -- in chunks
  async inChunks(chunks: number[][]) {
    for (const chunk of chunks) await this.authors.findMany(chunk);
  }
}
