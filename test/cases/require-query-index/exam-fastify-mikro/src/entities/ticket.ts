import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/core';

@Entity()
export class Desk {
  @PrimaryKey() id!: number;
  @Property() name!: string;
}

@Entity()
@Index({ properties: ['state', 'priority'] })
export class Ticket {
  @PrimaryKey() id!: number;
  @Property() @Unique() number!: string;
  @Property() state!: string;
  @Property() priority!: number;
  @Property() requesterEmail!: string;
  @Property({ index: true }) channel!: string;
  @ManyToOne(() => Desk) desk!: Desk;
}
