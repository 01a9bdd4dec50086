import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

@Entity()
export class Song {
  @PrimaryKey() id!: number;
  @Property() title!: string;
}
