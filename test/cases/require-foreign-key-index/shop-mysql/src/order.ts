// @complete: require-foreign-key-index
import { Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Customer {
  @PrimaryGeneratedColumn()
  id: number;
}

@Entity()
export class Order {
  @PrimaryGeneratedColumn()
  id: number;

  // ok: require-foreign-key-index
  @ManyToOne(() => Customer)
  customer: Customer;
}
