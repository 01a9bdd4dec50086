import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('accounts')
export class Account {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() owner!: string;
  @Column() currency!: string;
  @Column('bigint') cents!: string;
}
