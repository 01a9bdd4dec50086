import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

@Entity()
export class Claim {
  @PrimaryKey() id!: number;
  @Property() state!: string;
}
