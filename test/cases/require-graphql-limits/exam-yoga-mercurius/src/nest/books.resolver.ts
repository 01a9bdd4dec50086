// @complete: require-graphql-limits
import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { BooksService } from './books.service';
import { Author, Book } from './models';

@Resolver(() => Book)
export class BooksResolver {
  constructor(private readonly books: BooksService) {}

  // bad: require-graphql-limits -- a list with no page arguments
  @Query(() => [Book])
  allBooks() {
    return this.books.all();
  }

  // ok: require-graphql-limits
  @Query(() => [Book])
  page(@Args('first', { type: () => Int }) first: number) {
    return this.books.page(Math.min(first, 50));
  }

  // bad-cross: require-graphql-limits -- one query per parent
  @ResolveField(() => Author)
  author(@Parent() book: Book) {
    return this.books.author(book.authorId);
  }

  // ok-cross: require-graphql-limits
  @ResolveField(() => Author)
  editor(@Parent() book: Book) {
    return this.books.loadAuthor(book.authorId);
  }
}
