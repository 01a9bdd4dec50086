// @complete: require-foreign-key-index
import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, OneToMany, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity()
export class Policy {
  @PrimaryGeneratedColumn() id!: number;
  // ok: require-foreign-key-index -- the other side holds the column
  @OneToMany(() => Claim, (claim) => claim.policy) claims!: Claim[];
}

@Entity()
export class Claim {
  @PrimaryGeneratedColumn() id!: number;

  // bad: require-foreign-key-index
  // fix: require-foreign-key-index
  @ManyToOne(() => Policy, (policy) => policy.claims)
  @JoinColumn({ name: 'policy_id' })
  policy!: Policy;

  // ok: require-foreign-key-index
  @Index()
  @ManyToOne(() => Policy)
  previous?: Policy;

  // ok: require-foreign-key-index -- one to one makes a unique constraint, which is an index
  @OneToOne(() => Policy)
  @JoinColumn()
  replaced?: Policy;
}

@Entity()
@Index(['claim', 'name'])
@Unique(['name', 'author'])
export class Attachment {
  @PrimaryGeneratedColumn() id!: number;
  @Column() name!: string;
  // ok: require-foreign-key-index -- leads the class's index
  @ManyToOne(() => Claim) claim!: Claim;
  // bad: require-foreign-key-index -- only second
  @ManyToOne(() => Policy) author!: Policy;
}

@Entity()
export class ClaimTag {
  // ok: require-foreign-key-index -- leads the primary key
  @PrimaryColumn() claimId!: number;
  @PrimaryColumn() tagId!: number;
  @ManyToOne(() => Claim) @JoinColumn({ name: 'claimId' }) claim!: Claim;
  // bad: require-foreign-key-index -- second in the primary key
  @ManyToOne(() => Policy)
  @JoinColumn({ name: 'tagId' })
  tag!: Policy;
}
