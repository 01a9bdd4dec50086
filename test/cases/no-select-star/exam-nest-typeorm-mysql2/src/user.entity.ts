import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('users')
export class User {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() email!: string;
  @Column() passwordHash!: string;
  @Column({ nullable: true }) resetToken?: string;
}

@Entity('cities')
export class City {
  @PrimaryGeneratedColumn() id!: number;
  @Column() name!: string;
}
