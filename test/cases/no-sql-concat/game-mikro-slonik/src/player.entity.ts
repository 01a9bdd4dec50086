import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

@Entity()
export class Player {
  @PrimaryKey() id!: number;
  @Property() nick!: string;
  @Property() region!: string;
}
