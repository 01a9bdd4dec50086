import { Column, Model, Table } from 'sequelize-typescript';

@Table
export class Order extends Model {
  @Column declare dish: string;
  @Column declare state: string;
}

@Table
export class SeenKey extends Model {
  @Column({ unique: true }) declare key: string;
}
