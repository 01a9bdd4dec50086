import { Column, CreateDateColumn, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

@Entity('carriers')
export class Carrier {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() name!: string;
}

@Entity('shipments')
@Index(['status', 'createdAt'])
export class Shipment {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ unique: true }) reference!: string;
  @Column() status!: string;
  @Column() trackingCode!: string;
  @Index() @Column() depot!: string;
  @Column() carrierId!: string;
  @ManyToOne(() => Carrier) carrier!: Carrier;
  @CreateDateColumn() createdAt!: Date;
}
