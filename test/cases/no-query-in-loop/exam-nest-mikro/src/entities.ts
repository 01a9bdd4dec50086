import { Collection, Entity, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/core';

@Entity()
export class Patient {
  @PrimaryKey() id!: number;
  @Property() name!: string;
  @OneToMany(() => Visit, (visit) => visit.patient) visits = new Collection<Visit>(this);
}

@Entity()
export class Visit {
  @PrimaryKey() id!: number;
  @Property() at!: Date;
  @ManyToOne(() => Patient) patient!: Patient;
}

@Entity()
export class Invoice {
  @PrimaryKey() id!: number;
  @Property() visitId!: number;
  @Property() cents!: number;
}
