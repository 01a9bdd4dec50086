import { Entity, PrimaryKey, Property } from '@mikro-orm/core';
import { Model } from 'objection';

@Entity()
export class Token {
  @PrimaryKey() id!: number;
  @Property() userId!: number;
  @Property() revoked!: boolean;
}

export class Draft extends Model {
  static tableName = 'drafts';
  id!: number;
  author!: string;
}
