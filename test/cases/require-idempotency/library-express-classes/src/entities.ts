import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity()
@Unique(['bookId', 'reader'])
export class Hold {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() bookId!: string;
  @Column() reader!: string;
}

@Entity()
export class Loan {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() bookId!: string;
  @Column() reader!: string;
  @Column({ default: 0 }) renewals!: number;
}
