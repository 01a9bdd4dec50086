import { BaseEntity, Column, Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Depot extends BaseEntity {
  @PrimaryGeneratedColumn() id!: number;
  @Column() city!: string;
}

@Entity()
export class Vehicle extends BaseEntity {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ unique: true }) plate!: string;
  @Column() state!: string;
  @ManyToOne(() => Depot) depot!: Depot;
}
