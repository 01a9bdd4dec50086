import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class Key {
  @PrimaryColumn() id: string;
  @Column() value: string;
}
