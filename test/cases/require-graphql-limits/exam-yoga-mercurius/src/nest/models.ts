import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class Author {
  @Field(() => ID) id: string;
}

@ObjectType()
export class Book {
  @Field(() => ID) id: string;
  authorId: string;
}
