import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Wallet {
  @PrimaryGeneratedColumn() id: number;
  @Column() cents: number;
}

@Entity()
export class Transfer {
  @PrimaryGeneratedColumn() id: number;
  @Column() walletId: number;
}
