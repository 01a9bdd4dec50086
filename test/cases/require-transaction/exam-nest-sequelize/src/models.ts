import { Column, Model, Table } from 'sequelize-typescript';

@Table
export class Wallet extends Model {
  @Column declare ownerId: string;
  @Column declare cents: number;
}

@Table
export class Entry extends Model {
  @Column declare walletId: number;
  @Column declare cents: number;
}
