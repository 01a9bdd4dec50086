import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

@Entity()
export class Item {
  @PrimaryKey() id!: string;
  @Property() published = false;
}
