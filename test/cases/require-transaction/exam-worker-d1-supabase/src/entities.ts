import { Column, Entity, OneToMany, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Invoice {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() customer!: string;
  @OneToMany(() => InvoiceLine, (line) => line.invoiceId, { cascade: true }) lines!: InvoiceLine[];
}

@Entity()
export class InvoiceLine {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() invoiceId!: string;
  @Column() text!: string;
}
