// @complete: require-foreign-key-index
import { Entity, Index, ManyToOne, OneToOne, PrimaryKey, Property, Unique } from '@mikro-orm/core';

@Entity()
export class Author {
  @PrimaryKey()
  id!: number;
}

@Entity()
@Index({ properties: ['publisher', 'title'] })
@Unique({ properties: ['title', 'editor'] })
export class Book {
  @PrimaryKey()
  id!: number;

  @Property()
  title!: string;

  // bad: require-foreign-key-index
  // fix: require-foreign-key-index
  @ManyToOne(() => Author)
  author!: Author;

  // ok: require-foreign-key-index
  @ManyToOne(() => Author)
  @Index()
  translator!: Author;

  // ok: require-foreign-key-index
  @ManyToOne(() => Author)
  publisher!: Author;

  // bad: require-foreign-key-index
  @ManyToOne({ entity: () => Author, nullable: true })
  editor?: Author;

  // ok: require-foreign-key-index
  @ManyToOne(() => Author, { index: true })
  reviewer!: Author;

  // ok: require-foreign-key-index
  @OneToOne(() => Author)
  ghostwriter!: Author;
}
