export class Delivery {
  id!: string;
  status!: string;
}
