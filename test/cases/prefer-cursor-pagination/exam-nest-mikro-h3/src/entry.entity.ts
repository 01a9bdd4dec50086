import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

@Entity()
export class Entry {
  @PrimaryKey() id!: number;
  @Property() text!: string;
}
