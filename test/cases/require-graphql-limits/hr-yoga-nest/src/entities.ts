export class Person {
  id!: string;
}
export class Absence {
  personId!: string;
}
