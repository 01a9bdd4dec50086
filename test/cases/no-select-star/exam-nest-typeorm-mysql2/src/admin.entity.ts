import { Exclude } from 'class-transformer';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('admins')
export class Admin {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() email!: string;
  @Exclude() @Column() passwordHash!: string;
}
