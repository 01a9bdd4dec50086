import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/core';

@Entity()
export class Invoice {
  @PrimaryKey() id!: number;
  @Property() @Unique() number!: string;
  @Property() status!: string;
  @Property() customerId!: number;
}
